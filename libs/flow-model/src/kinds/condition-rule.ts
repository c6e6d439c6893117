import { z } from 'zod';

export const ruleOperators = [
  'equals',
  'not_equals',
  'contains',
  'not_contains',
  'starts_with',
  'ends_with',
  'exists',
  'not_exists',
  'gt',
  'gte',
  'lt',
  'lte',
  'has_tag',
  'not_has_tag',
] as const;

export const conditionRuleSchema = z.looseObject({
  field: z.string(),
  op: z.enum(ruleOperators),
  value: z.union([z.string(), z.number(), z.boolean(), z.null()]).optional(),
});
/** One comparison. `field` is a path such as `contact.email`, `contact.tags`, `message.text`, `flow.answer`. */
export type ConditionRule = z.infer<typeof conditionRuleSchema>;

export const ruleGroupSchema = z.looseObject({
  all: z.array(conditionRuleSchema).optional(),
  any: z.array(conditionRuleSchema).optional(),
});
export type RuleGroup = z.infer<typeof ruleGroupSchema>;
