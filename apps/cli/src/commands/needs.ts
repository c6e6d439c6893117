import { parseArgs } from 'node:util';
import { describeRequirements, type UsePlace } from '@instaflow/flow-model';
import { readFlows } from '../read-flows';
import { toFormat } from '../report/report';
import { exitCodes, UsageError, type ExitCode, type Terminal } from '../terminal';

/** `flow needs`: what the account has to have when these flows come to it. */
export function needs(args: string[], terminal: Terminal): ExitCode {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { format: { type: 'string' } },
  });
  const format = toFormat(values.format);
  if (format === 'junit') throw new UsageError('There is nothing to pass or fail here: choose text or json.');
  const requirements = describeRequirements({
    flows: readFlows(positionals, terminal).map(({ flow }) => flow),
  });
  if (format === 'json') {
    terminal.write(`${JSON.stringify(requirements, null, 2)}\n`);
    return exitCodes.well;
  }
  const lines = Object.entries(requirements).flatMap(([kind, list]) =>
    list.map((one) => `${kind.padEnd(13)} ${nameOf(one)} (${placesOf(one.usedBy)})`),
  );
  terminal.write(`${lines.length === 0 ? 'Nothing.' : lines.join('\n')}\n`);
  return exitCodes.well;
}

function nameOf(one: object): string {
  const [name = ''] = ['name', 'key', 'flowId', 'permalink', 'url'].flatMap((field) => {
    const value: unknown = Reflect.get(one, field);
    return typeof value === 'string' ? [value] : [];
  });
  return name;
}

function placesOf(places: readonly UsePlace[]): string {
  return places.map(({ flowId, nodeId }) => (nodeId === null ? flowId : `${flowId}/${nodeId}`)).join(', ');
}
