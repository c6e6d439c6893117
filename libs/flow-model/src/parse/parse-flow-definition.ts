import { z } from 'zod';
import { flowDefinitionSchema, isNodeKind, type FlowDefinition, type FlowNode } from '../flow-definition';
import type { FlowProblem } from '../flow-problem';
import { nodeBase } from '../kinds/node-base';
import { nodeSchemas } from '../kinds/node-schemas';
import { checkJson } from './check-json';
import { cleanText } from './clean-text';
import { flowLimits } from './limits';
import { migrateDefinition } from './migrate-definition';

export type ParsedFlowDefinition =
  { ok: true; definition: FlowDefinition } | { ok: false; problems: FlowProblem[] };

/**
 * Reads a stored or submitted flow document of any version into the current shape. Never throws. Unknown node
 * types and unknown fields are kept; sizes are bounded; what is merely unfinished is `validateFlow`'s business.
 */
export function parseFlowDefinition(value: unknown): ParsedFlowDefinition {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return refuse('not_an_object', 'A flow is a JSON object with "startNodeId" and "nodes".');
  }
  const finding = checkJson(value);
  if (finding) return refuse(finding.code, finding.message);
  const cleaned = cleanText(value);
  const document = migrateDefinition({ ...(typeof cleaned === 'object' ? cleaned : {}) });
  if (!document) {
    return refuse(
      'newer_schema',
      'This flow was made by a newer version of the program: update this installation.',
    );
  }
  return parseCurrent(document);
}

function parseCurrent(document: Record<string, unknown>): ParsedFlowDefinition {
  const { nodes, ...rest } = document;
  const envelope = flowDefinitionSchema.safeParse({ ...rest, nodes: [] });
  if (!envelope.success) return { ok: false, problems: toProblems(envelope.error, null, '') };
  if (!Array.isArray(nodes)) return refuse('invalid_field', '"nodes" must be a list of nodes.', 'nodes');
  if (nodes.length > flowLimits.nodes) {
    return refuse(
      'too_many_nodes',
      `Split this flow: it may have ${flowLimits.nodes} nodes at most.`,
      'nodes',
    );
  }
  const parsed = nodes.map((node: unknown, index) => parseNode(node, index));
  const problems = parsed.flatMap((result) => result.problems);
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    definition: { ...envelope.data, nodes: parsed.flatMap(({ node }) => (node ? [node] : [])) },
  };
}

function parseNode(value: unknown, index: number): { node: FlowNode | null; problems: FlowProblem[] } {
  const type = readText(value, 'type');
  const schema = type !== null && isNodeKind(type) ? nodeSchemas[type] : unknownNodeSchema;
  const parsed = schema.safeParse(value);
  if (parsed.success) return { node: parsed.data, problems: [] };
  return { node: null, problems: toProblems(parsed.error, readText(value, 'id'), `nodes.${index}`) };
}

const unknownNodeSchema = z.looseObject({ ...nodeBase, type: z.string().min(1) });

function readText(value: unknown, field: string): string | null {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, field)) return null;
  const text: unknown = Reflect.get(value, field);
  return typeof text === 'string' ? text : null;
}

function toProblems(error: z.ZodError, nodeId: string | null, prefix: string): FlowProblem[] {
  return error.issues.map((issue) => {
    const inner = issue.path.map(String).join('.');
    const path = nodeId === null ? [prefix, inner].filter(Boolean).join('.') : inner;
    return {
      severity: 'error',
      nodeId,
      path,
      code: 'invalid_field',
      message: `Correct ${path === '' ? 'the flow' : `"${path}"`}: ${issue.message}.`,
    };
  });
}

function refuse(code: string, message: string, path = ''): ParsedFlowDefinition {
  return { ok: false, problems: [{ severity: 'error', nodeId: null, path, code, message }] };
}
