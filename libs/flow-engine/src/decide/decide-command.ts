import { advanceRun } from '../advance-run';
import { endRun, isEnded } from '../run/run-transitions';
import { findCommandRefusal } from '../run/find-command-refusal';
import type { RunCommand } from '../run-command';
import type { TurnInput } from '../turn';
import { ignore } from './decide-lone-event';
import { findBlock } from './find-block';
import { isFlowPaused } from './is-flow-paused';
import type { Utterance } from './utterance';
import { choose, reject, type Candidates, type Verdict } from './verdict';
import { walkEnvironment } from './walk-environment';

/** What a person told the contact's run to do. Nothing that sends is done while something pauses automation. */
export function decideCommand(input: TurnInput, utterance: Utterance, candidates: Candidates): Verdict {
  const command = utterance.events[0]?.command;
  if (!command) return ignore(input)('unreadable_command');
  const { run, contact } = input;
  const environment = walkEnvironment(input, null);
  const source = run && environment.findVersion(run.flowVersionId);
  const { kind, byUserId, note } = command;
  const detail = { command: kind, byUserId, note, ...describeMove(run, command) };
  const about = { id: command.runId, name: source?.name ?? null, detail };
  const refusal = findCommandRefusal(run, command, environment.findVersion) ?? findPause(input, command);
  if (refusal !== null || !run) {
    const reason = refusal ?? 'run_has_ended';
    reject(candidates, 'command', reason, about);
    return { ...ignore(input)(reason), run: failAgain(input, command) };
  }
  choose(candidates, 'command', kind, about);
  return {
    ...ignore(input)(kind),
    ...advanceRun({ ...environment, run, contact, input: { kind: 'command', command } }),
    outcome: 'consumed',
  };
}

/** Where a move leads from and to. */
function describeMove(run: TurnInput['run'], { move }: RunCommand): Record<string, string | null> {
  if (!move) return {};
  return {
    nodeId: run?.nodeId ?? null,
    toNodeId: move.nodeId,
    fromFlowVersionId: run?.flowVersionId ?? null,
    toFlowVersionId: move.flowVersionId,
  };
}

function findPause(input: TurnInput, { kind }: RunCommand): string | null {
  if (kind === 'cancel') return null;
  const block = findBlock(input);
  if (block) return block.reason;
  return input.run && isFlowPaused(input.run, input.findVersion) ? 'flow_paused' : null;
}

/** A failed run that was opened for a retry which cannot be: it ends as it was. */
function failAgain({ run, now }: TurnInput, { kind, runId }: RunCommand) {
  const isOpened =
    kind === 'retry' && run?.runId === runId && !isEnded(run) && run.waitingFor === null && run.reason;
  return run && isOpened ? endRun(run, 'failed', run.reason, now) : run;
}
