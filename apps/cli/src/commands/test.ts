import { parseArgs } from 'node:util';
import { findTestedFlow, runFlowTest } from '@instaflow/flow-engine';
import { flowTestSchema, type FlowTest } from '@instaflow/flow-model';
import { readFlows, readJsonFile, type FileFlow } from '../read-flows';
import { isWell, toFormat, type ReportCase } from '../report/report';
import { writeReport } from '../report/write-report';
import { exitCodes, UsageError, type ExitCode, type Terminal } from '../terminal';

/** `flow test`: plays every saved conversation and compares what comes of it. */
export function test(args: string[], terminal: Terminal): ExitCode {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { format: { type: 'string' }, tests: { type: 'string', multiple: true, default: [] } },
  });
  const options = { format: toFormat(values.format), isStrict: false, subject: 'test' as const };
  const flows = readFlows(positionals, terminal);
  const saved = [
    ...flows.flatMap(({ flow }) => flow.tests.map((one) => ({ flowId: flow.id, ...one }))),
    ...values.tests.flatMap((file) => readTests(file, terminal)),
  ];
  if (saved.length === 0) throw new UsageError('There is no saved conversation in these files.');
  const cases = saved.map((one) => play(one, flows));
  terminal.write(writeReport(cases, options));
  return cases.every((one) => isWell(one)) ? exitCodes.well : exitCodes.found;
}

function play(saved: FlowTest, flows: readonly FileFlow[]): ReportCase {
  const known = flows.map(({ flow }) => flow);
  const result = runFlowTest(known, saved);
  const tested = findTestedFlow(known, saved);
  return {
    file: flows.find(({ flow }) => flow === tested)?.file ?? '',
    flow: tested?.name ?? result.flowId,
    name: saved.name,
    findings: result.differences.map(({ what, message }) => ({
      severity: 'error',
      where: '',
      code: what,
      message,
    })),
  };
}

function readTests(file: string, terminal: Terminal): FlowTest[] {
  const value = readJsonFile(file, terminal);
  const parsed = flowTestSchema.array().safeParse(Array.isArray(value) ? value : [value]);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new UsageError(
    `${file} holds no saved conversations: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`,
  );
}
