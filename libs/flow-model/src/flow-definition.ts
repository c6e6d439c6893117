import { z } from 'zod';
import { flowGroupSchema } from './flow-group';
import { nodeBase, positionSchema } from './kinds/node-base';
import { nodeSchemas } from './kinds/node-schemas';

export type NodeKind = keyof typeof nodeSchemas;
export type NodeOf<K extends NodeKind> = z.infer<(typeof nodeSchemas)[K]>;
/** A node of a kind this version knows; a union discriminated by `type`. */
export type KnownNode = { [K in NodeKind]: NodeOf<K> }[NodeKind];

/** Whether a stored type name is a kind this version knows. */
export function isNodeKind(type: string): type is NodeKind {
  return Object.hasOwn(nodeSchemas, type);
}

const unknownNodeSchema = z.looseObject({
  ...nodeBase,
  type: z.string().refine((type) => !isNodeKind(type), 'is a known kind with wrong fields'),
});
/** A node of a kind this version does not know: kept untouched, an error on publish. */
export type UnknownNode = z.infer<typeof unknownNodeSchema>;

const knownNodeSchema = z.discriminatedUnion('type', [
  nodeSchemas.start,
  nodeSchemas.message,
  nodeSchemas.carousel,
  nodeSchemas.tag_contact,
  nodeSchemas.set_attribute,
  nodeSchemas.condition,
  nodeSchemas.randomizer,
  nodeSchemas.wait,
  nodeSchemas.get_input,
  nodeSchemas.human_takeover,
  nodeSchemas.go_to_flow,
  nodeSchemas.comment_reply,
  nodeSchemas.follow_gate,
  nodeSchemas.business_hours,
  nodeSchemas.external_api_call,
  nodeSchemas.ai_reply,
  nodeSchemas.ai_agent,
  nodeSchemas.notify_team,
  nodeSchemas.goal,
  nodeSchemas.note,
]);

export const flowNodeSchema = z.union([knownNodeSchema, unknownNodeSchema]);
export type FlowNode = KnownNode | UnknownNode;

export const currentSchemaVersion = 1;

export const flowDefinitionSchema = z.looseObject({
  schemaVersion: z.literal(currentSchemaVersion),
  startNodeId: z.string(),
  nodes: z.array(flowNodeSchema),
  notes: z
    .array(z.looseObject({ id: z.string(), text: z.string(), position: positionSchema.optional() }))
    .optional(),
  groups: z.array(flowGroupSchema).optional(),
});

/** The stored flow document in its one current shape. Read one with `parseFlowDefinition`, which migrates. */
export type FlowDefinition = z.infer<typeof flowDefinitionSchema>;

/** Narrows to the nodes this version knows, so that `switch (node.type)` is exhaustive. */
export function isKnownNode(node: FlowNode): node is KnownNode {
  return isNodeKind(node.type);
}

/** Narrows a node to one kind. */
export function isKind<K extends NodeKind>(node: FlowNode, kind: K): node is NodeOf<K> & FlowNode {
  return node.type === kind;
}
