import { z } from 'zod';
import { connectionConditionSchema, connectionSchema } from '../connection-condition';
import { flowDefinitionSchema, flowNodeSchema } from '../flow-definition';
import { flowGroupSchema } from '../flow-group';
import { jsonValueSchema } from '../json-value';
import { positionSchema } from '../kinds/node-base';

const index = z.number().int().min(0);

/** Every edit a flow document can undergo. Closed: the canvas, undo and the API all speak these words only. */
export const flowOperationSchema = z.discriminatedUnion('op', [
  /** `index` is the place in `nodes`; at the end when absent. */
  z.object({ op: z.literal('add_node'), node: flowNodeSchema, index: index.optional() }),
  /** `heal` joins what led to the node with what followed it by default. */
  z.object({ op: z.literal('remove_node'), nodeId: z.string(), heal: z.boolean().optional() }),
  /** A `null` position takes it away (the node is laid out again). */
  z.object({
    op: z.literal('move_nodes'),
    moves: z.array(z.object({ nodeId: z.string(), position: positionSchema.nullable() })),
  }),
  /** Replaces whole top-level fields of a node; `unset` takes fields away. Never `id`, `type`, `connections`. */
  z.object({
    op: z.literal('update_node'),
    nodeId: z.string(),
    set: z.record(z.string(), jsonValueSchema),
    unset: z.array(z.string()).optional(),
  }),
  /** Adds an edge, or puts `targetNodeId` in place of the edge that already has this condition. */
  z.object({
    op: z.literal('connect'),
    nodeId: z.string(),
    targetNodeId: z.string(),
    condition: connectionConditionSchema.nullable(),
    index: index.optional(),
  }),
  /** Replaces the edges of a node as a whole: reordering, and the exact inverse of the other edge operations. */
  z.object({ op: z.literal('set_connections'), nodeId: z.string(), connections: z.array(connectionSchema) }),
  z.object({
    op: z.literal('disconnect'),
    nodeId: z.string(),
    condition: connectionConditionSchema.nullable(),
  }),
  z.object({ op: z.literal('set_start'), nodeId: z.string() }),
  /** Puts a new node on an edge: source → node (same condition), node → old target by default. */
  z.object({
    op: z.literal('insert_on_edge'),
    nodeId: z.string(),
    condition: connectionConditionSchema.nullable(),
    node: flowNodeSchema,
  }),
  /** Takes a node out of where it is (its neighbours are joined) and puts it on an edge. */
  z.object({
    op: z.literal('move_to_edge'),
    nodeId: z.string(),
    sourceId: z.string(),
    condition: connectionConditionSchema.nullable(),
  }),
  /** Adds several nodes; edges among them stay, edges to nodes that exist nowhere are dropped. Ids must be new. */
  z.object({
    op: z.literal('paste_nodes'),
    nodes: z.array(flowNodeSchema),
    groups: z.array(flowGroupSchema).optional(),
  }),
  /** Adds a group or replaces the one of its id; its nodes leave the groups they were in. */
  z.object({ op: z.literal('put_group'), group: flowGroupSchema }),
  /** Takes a group away; its nodes stay. */
  z.object({ op: z.literal('remove_group'), groupId: z.string() }),
  z.object({ op: z.literal('collapse_group'), groupId: z.string(), isCollapsed: z.boolean() }),
  /** Replaces all groups, null takes them away: the exact inverse of the other group operations. */
  z.object({ op: z.literal('set_groups'), groups: z.array(flowGroupSchema).nullable() }),
  /** Replaces whole fields of the document (its notes, or what we do not know); `unset` takes fields away. */
  z.object({
    op: z.literal('update_document'),
    set: z.record(z.string(), jsonValueSchema),
    unset: z.array(z.string()).optional(),
  }),
  z.object({ op: z.literal('replace_document'), definition: flowDefinitionSchema }),
]);

export type FlowOperation = z.infer<typeof flowOperationSchema>;
