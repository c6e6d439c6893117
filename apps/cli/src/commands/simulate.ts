import { parseArgs } from 'node:util';
import { listMessages, runFlowTest, type FlowTestResult, type TalkLine } from '@instaflow/flow-engine';
import { flowTestSchema, type FlowTestMove } from '@instaflow/flow-model';
import { readFlows } from '../read-flows';
import { toFormat } from '../report/report';
import { exitCodes, UsageError, type ExitCode, type Terminal } from '../terminal';

/** `flow simulate`: plays one conversation and shows it. */
export function simulate(args: string[], terminal: Terminal): ExitCode {
  const { values, positionals, tokens } = parseArgs({ args, allowPositionals: true, tokens: true, options });
  const format = values.json ? 'json' : toFormat(values.format);
  if (format === 'junit')
    throw new UsageError('A conversation passes or fails nothing: choose text or json.');
  const flows = readFlows(positionals, terminal).map(({ flow }) => flow);
  const spoken = tokens.flatMap((token) => (token.kind === 'option' ? toMove(token) : []));
  const parsed = flowTestSchema.safeParse({
    name: 'conversation',
    ...(values.flow === undefined ? {} : { flowId: values.flow }),
    ...(values.seed === undefined ? {} : { seed: values.seed }),
    steps: begin(spoken).map((move) => ({ move })),
  });
  if (!parsed.success) throw new UsageError(parsed.error.issues.map(({ message }) => message).join(', '));
  const result = runFlowTest(flows, parsed.data);
  terminal.write(format === 'json' ? `${JSON.stringify(result, null, 2)}\n` : writeTalk(result));
  const status = result.turns.at(-1)?.run?.status;
  return result.outcome === 'failed' || status === 'failed' ? exitCodes.found : exitCodes.well;
}

const options = {
  format: { type: 'string' },
  json: { type: 'boolean', default: false },
  flow: { type: 'string' },
  seed: { type: 'string' },
  say: { type: 'string', multiple: true },
  tap: { type: 'string', multiple: true },
  comment: { type: 'string', multiple: true },
  pass: { type: 'string', multiple: true },
} as const;

function toMove({ name, value = '' }: { name: string; value?: string | undefined }): FlowTestMove[] {
  switch (name) {
    case 'say':
      return [{ kind: 'text', text: value }];
    case 'tap':
      return [{ kind: 'tap', title: value }];
    case 'comment':
      return [{ kind: 'comment', text: value }];
    case 'pass':
      return [{ kind: 'pass', duration: value }];
    default:
      return [];
  }
}

function begin(moves: readonly FlowTestMove[]): readonly FlowTestMove[] {
  return moves[0]?.kind === 'comment' ? moves : [{ kind: 'start' }, ...moves];
}

function writeTalk({ lines, turns, differences }: FlowTestResult): string {
  const shown = lines.flatMap(writeLine);
  const run = turns.at(-1)?.run;
  const state = run
    ? `${run.status}${run.reason === null ? '' : ` (${run.reason})`} at ${run.nodeId ?? '-'}`
    : 'idle';
  return `${[...shown, ...differences.map(({ message }) => `! ${message}`), `= ${state}`].join('\n')}\n`;
}

function writeLine(line: TalkLine): string[] {
  const time = new Date(line.at).toISOString().slice(0, 16).replace('T', ' ');
  if (line.kind === 'event') {
    const { text, payload, kind } = line.event;
    return [`${time} > ${text ?? payload ?? kind}`];
  }
  const [message] = listMessages([line]);
  if (!message) return [`${time} · ${line.effect.kind}`];
  const { as, text, mediaUrl, buttons, cards, delivery } = message;
  const said = [mediaUrl, text, ...cards, ...buttons.map((title) => `[${title}]`)].filter(
    (part) => part !== null,
  );
  const how = [as, delivery].filter((part) => part !== 'message' && part !== 'done');
  return [`${time} < ${said.join(' ')}${how.length > 0 ? ` (${how.join(', ')})` : ''}`];
}
