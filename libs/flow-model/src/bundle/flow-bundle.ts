import { z } from 'zod';
import { matchModeSchema } from '../connection-condition';
import { flowTestSchema } from '../flow-tests/flow-test';
import { jsonObjectSchema } from '../json-value';

export const bundleFormat = 'instaflow.flows';

/** What starts an exported flow; the fields are those of a trigger without its ids. */
export const bundleTriggerSchema = z.looseObject({
  type: z.string().min(1).max(60),
  keyword: z.string().max(500).nullish(),
  match: matchModeSchema.optional(),
  postPermalink: z.string().max(500).nullish(),
});
export type BundleTrigger = z.infer<typeof bundleTriggerSchema>;

export const bundleFlowSchema = z.looseObject({
  /** As other flows of the bundle name it in `go_to_flow`. */
  id: z.string().min(1).max(200),
  name: z.string().min(1).max(200),
  description: z.string().max(2_000).default(''),
  /** Read it with `parseFlowDefinition`. */
  definition: jsonObjectSchema,
  triggers: z.array(bundleTriggerSchema).max(100).default([]),
  tests: z.array(flowTestSchema).max(200).default([]),
});
export type BundleFlow = z.infer<typeof bundleFlowSchema>;

/** An export: one flow or several that belong together, the first one being what it is about. */
export const flowBundleSchema = z.looseObject({
  format: z.literal(bundleFormat),
  version: z.literal(1),
  flows: z.array(bundleFlowSchema).min(1).max(200),
});
export type FlowBundle = z.infer<typeof flowBundleSchema>;
