import { bundleFormat, readFlowFile, type FlowBundle } from '@instaflow/flow-model';

/** Why a text holds no flows: it is no JSON at all, or what is wrong in it. `flow` names the flow it is about. */
export type TextProblem =
  | { kind: 'empty' }
  | { kind: 'notJson'; line: number | null }
  | { kind: 'problem'; flow: string | null; nodeId: string | null; message: string };
export type ReadText = { ok: true; bundle: FlowBundle } | { ok: false; problems: TextProblem[] };

/** Reads an exported file, a flow as the API shows it, or a bare flow document. */
export function readFlowText(text: string, fallbackName: string): ReadText {
  if (text.trim() === '') return { ok: false, problems: [{ kind: 'empty' }] };
  const json = parseJson(text);
  if (!json.ok) return { ok: false, problems: [{ kind: 'notJson', line: json.line }] };
  const read = readFlowFile(json.value, { fallbackName });
  if (read.ok) {
    const flows = read.bundle.flows.map((flow) => ({ ...flow, definition: toPlain(flow.definition) }));
    return { ok: true, bundle: { format: bundleFormat, version: 1, flows } };
  }
  return {
    ok: false,
    problems: read.problems.map(({ flowId, problem: { nodeId, message } }) => ({
      kind: 'problem',
      flow: flowId,
      nodeId,
      message,
    })),
  };
}

type Parsed = { ok: true; value: unknown } | { ok: false; line: number | null };

function parseJson(text: string): Parsed {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    return { ok: false, line: findLine(text, String(error)) };
  }
}

/** Engines tell a position, a line, or neither. */
function findLine(text: string, message: string): number | null {
  const line = /line (\d+)/.exec(message)?.[1];
  if (line !== undefined) return Number(line);
  const position = /position (\d+)/.exec(message)?.[1];
  return position === undefined ? null : text.slice(0, Number(position)).split('\n').length;
}

/** Drops what is undefined, as travelling does. */
function toPlain(definition: object): FlowBundle['flows'][number]['definition'] {
  // Plain JSON by the flow model's own schema; `parse` answers `any`.
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- see above
  return JSON.parse(JSON.stringify(definition)) as FlowBundle['flows'][number]['definition'];
}
