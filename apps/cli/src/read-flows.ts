import { basename } from 'node:path';
import { readFlowFile, type LoadedFlow } from '@instaflow/flow-model';
import { UsageError, type Terminal } from './terminal';

export type FileFlow = { file: string; flow: LoadedFlow };

/** All flows of these files, in order. A file that cannot be read, or is none of ours, ends the command. */
export function readFlows(files: readonly string[], terminal: Terminal): FileFlow[] {
  if (files.length === 0) throw new UsageError('Name at least one file.');
  const flows = files.flatMap((file) => readOne(file, terminal));
  const seen = new Map<string, string>();
  for (const { file, flow } of flows) {
    const other = seen.get(flow.id);
    if (other !== undefined) throw new UsageError(`${file} and ${other} both have a flow "${flow.id}".`);
    seen.set(flow.id, file);
  }
  return flows;
}

/** A file as JSON. */
export function readJsonFile(file: string, terminal: Terminal): unknown {
  let text: string;
  try {
    text = terminal.readFile(file);
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch (error) {
    throw new UsageError(`${file} is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function readOne(file: string, terminal: Terminal): FileFlow[] {
  const fallbackName = basename(file).replace(/\.json$/i, '');
  const read = readFlowFile(readJsonFile(file, terminal), { fallbackName });
  if (!read.ok) {
    const lines = read.problems.map(
      ({ flowId, problem }) => `  ${flowId ?? ''} ${problem.path}: ${problem.message}`,
    );
    throw new UsageError(`${file} is no flow:\n${lines.join('\n')}`);
  }
  return read.bundle.flows.map((flow) => ({ file, flow }));
}
