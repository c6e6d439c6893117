import { z } from 'zod';
import { jsonObject, type JsonObject } from '@instaflow/contracts';
import type { FlowRunEntity } from '@instaflow/db';

const standingSchema = z.looseObject({
  flowId: z.uuid().nullish(),
  flowVersionId: z.uuid().nullish(),
  context: jsonObject.nullish(),
});

/** Where a stored run stands: flow and version, which a `go_to_flow` changes, and what it has gathered. Never throws. */
export function standingOf({ state }: Pick<FlowRunEntity, 'state'>): {
  flowId: string | null;
  versionId: string | null;
  context: JsonObject;
} {
  const parsed = standingSchema.safeParse(state);
  const { flowId, flowVersionId, context } = parsed.success ? parsed.data : {};
  return { flowId: flowId ?? null, versionId: flowVersionId ?? null, context: context ?? {} };
}
