import { z } from 'zod';
import type { FlowDefinition } from '../flow-definition';
import type { FlowProblem } from '../flow-problem';
import { jsonObjectSchema } from '../json-value';
import { parseFlowDefinition } from '../parse/parse-flow-definition';
import type { FlowTest } from '../flow-tests/flow-test';
import {
  bundleFormat,
  flowBundleSchema,
  type BundleFlow,
  type BundleTrigger,
  type FlowBundle,
} from './flow-bundle';

/** A flow of a bundle with its document read. */
export type LoadedFlow = {
  id: string;
  name: string;
  description: string;
  definition: FlowDefinition;
  triggers: BundleTrigger[];
  tests: FlowTest[];
};
export type LoadedBundle = { flows: LoadedFlow[] };
/** A finding and the flow it is about; null for the file as a whole. */
export type FileProblem = { flowId: string | null; problem: FlowProblem };
export type ReadFlowFile = { ok: true; bundle: LoadedBundle } | { ok: false; problems: FileProblem[] };

/**
 * Reads an exported file: a bundle, one flow as the API shows it (`{name, flowDefinition}`), or a bare flow document.
 * `fallbackName` names a flow whose file does not. Never throws.
 */
export function readFlowFile(value: unknown, { fallbackName = 'flow' } = {}): ReadFlowFile {
  const shaped = toBundle(value, fallbackName);
  if (!shaped.ok) return shaped;
  const read = shaped.bundle.flows.map((flow) => ({ flow, parsed: parseFlowDefinition(flow.definition) }));
  const problems = read.flatMap(({ flow, parsed }) =>
    parsed.ok ? [] : parsed.problems.map((problem) => ({ flowId: flow.id, problem })),
  );
  const twin = read.find(({ flow }, index) => read.findIndex((other) => other.flow.id === flow.id) !== index);
  if (twin)
    problems.push({
      flowId: twin.flow.id,
      problem: toProblem('duplicate_flow_id', 'Give every flow of the file its own id.'),
    });
  if (problems.length > 0) return { ok: false, problems };
  const flows = read.flatMap(({ flow, parsed }) => (parsed.ok ? [toLoaded(flow, parsed.definition)] : []));
  return { ok: true, bundle: { flows } };
}

function toLoaded(
  { id, name, description, triggers, tests }: BundleFlow,
  definition: FlowDefinition,
): LoadedFlow {
  return { id, name, description, definition, triggers, tests };
}

const apiFlowSchema = z.looseObject({
  flowId: z.string().optional(),
  name: z.string().optional(),
  flowDefinition: jsonObjectSchema,
});

function toBundle(
  value: unknown,
  fallbackName: string,
): { ok: true; bundle: FlowBundle } | { ok: false; problems: FileProblem[] } {
  if (typeof value === 'object' && value !== null && 'format' in value) {
    const parsed = flowBundleSchema.safeParse(value);
    if (parsed.success) return { ok: true, bundle: parsed.data };
    return { ok: false, problems: parsed.error.issues.map(toIssue) };
  }
  const api = apiFlowSchema.safeParse(value);
  const bare = jsonObjectSchema.safeParse(value);
  const definition = api.success ? api.data.flowDefinition : bare.data;
  if (!definition) {
    const problem = toProblem('not_an_object', 'A flow file is a JSON object: a flow or a bundle of flows.');
    return { ok: false, problems: [{ flowId: null, problem }] };
  }
  const { flowId, name } = api.success ? api.data : {};
  const named = flowId ?? fallbackName;
  const flow: BundleFlow = {
    id: named,
    name: name ?? fallbackName,
    description: '',
    definition,
    triggers: [],
    tests: [],
  };
  return { ok: true, bundle: { format: bundleFormat, version: 1, flows: [flow] } };
}

function toIssue({ path, message }: z.core.$ZodIssue): FileProblem {
  const at = path.map(String).join('.');
  return {
    flowId: null,
    problem: { ...toProblem('invalid_field', `Correct "${at}": ${message}.`), path: at },
  };
}

function toProblem(code: string, message: string): FlowProblem {
  return { severity: 'error', nodeId: null, path: '', code, message };
}
