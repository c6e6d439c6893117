import { parseArgs } from 'node:util';
import { validateFlow } from '@instaflow/flow-model';
import { readFlows, type FileFlow } from '../read-flows';
import { isWell, toFormat, type ReportCase } from '../report/report';
import { writeReport } from '../report/write-report';
import { exitCodes, type ExitCode, type Terminal } from '../terminal';

/** `flow lint`: every problem of every flow, as the builder shows them. */
export function lint(args: string[], terminal: Terminal): ExitCode {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { format: { type: 'string' }, strict: { type: 'boolean', default: false } },
  });
  const options = { format: toFormat(values.format), isStrict: values.strict, subject: 'flow' as const };
  const flows = readFlows(positionals, terminal);
  const cases = flows.map((one) => check(one, flows));
  terminal.write(writeReport(cases, options));
  return cases.every((one) => isWell(one, options)) ? exitCodes.well : exitCodes.found;
}

function check({ file, flow }: FileFlow, flows: readonly FileFlow[]): ReportCase {
  // A flow that is not in the files may well be in the account: nothing is said about it.
  const problems = validateFlow(flow.definition, {
    flowId: flow.id,
    findFlow: (flowId) => flows.find((other) => other.flow.id === flowId)?.flow.definition ?? null,
    triggerTypes: new Set(flow.triggers.map(({ type }) => type)),
  });
  const names = new Map(flow.definition.nodes.map(({ id, name }) => [id, name || id]));
  const findings = problems.map(({ severity, nodeId, path, code, message }) => ({
    severity,
    where: nodeId === null ? '' : `[${names.get(nodeId) ?? nodeId}${path === '' ? '' : ` ${path}`}]`,
    code,
    message,
  }));
  return { file, flow: flow.name, name: '', findings };
}
