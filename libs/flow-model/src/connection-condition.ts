import { z } from 'zod';

export const matchModeSchema = z.enum(['exact', 'starts_with', 'contains_word', 'contains', 'regex']);
/** How keywords are compared with a text; listed from the most to the least specific. */
export type MatchMode = z.infer<typeof matchModeSchema>;

const scalarSchema = z.union([z.string(), z.number(), z.boolean(), z.null()]);

export const connectionConditionSchema = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('button_payload'), value: z.string() }),
  z.looseObject({ type: z.literal('keyword'), value: z.string(), match: matchModeSchema.optional() }),
  z.looseObject({ type: z.literal('input_valid'), value: z.boolean() }),
  z.looseObject({ type: z.literal('attribute_equals'), attribute: z.string(), value: scalarSchema }),
  z.looseObject({ type: z.literal('branch'), value: z.string() }),
  z.looseObject({ type: z.literal('timeout') }),
  z.looseObject({ type: z.literal('outside_window') }),
  z.looseObject({ type: z.literal('error') }),
  z.looseObject({ type: z.literal('follower'), value: z.enum(['yes', 'no', 'unknown']) }),
  z.looseObject({ type: z.literal('else') }),
]);

/** When a connection is taken; `null` is the default connection, tried last. */
export type ConnectionCondition = z.infer<typeof connectionConditionSchema>;

export const connectionSchema = z.looseObject({
  targetNodeId: z.string(),
  condition: connectionConditionSchema.nullable().default(null),
});
export type Connection = z.infer<typeof connectionSchema>;

/** A stable text for a condition: equal keys mean the same outlet of a node. */
export function conditionKey(condition: ConnectionCondition | null): string {
  if (condition === null) return 'next';
  switch (condition.type) {
    case 'attribute_equals':
      return `attribute_equals:${condition.attribute}=${String(condition.value)}`;
    case 'keyword':
      return `keyword:${condition.match ?? 'contains_word'}:${condition.value}`;
    case 'button_payload':
    case 'branch':
    case 'follower':
      return `${condition.type}:${condition.value}`;
    case 'input_valid':
      return `input_valid:${String(condition.value)}`;
    default:
      return condition.type;
  }
}
