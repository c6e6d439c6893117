import { listTriggersOfFlows, type TriggerEntity, type Tx } from '@instaflow/db';
import type { BundleTrigger } from '@instaflow/flow-model';

/** What starts these flows, as a bundle tells it, by flow. */
export async function loadBundleTriggers(
  tx: Tx,
  input: { flowIds: readonly string[]; workspaceId: string },
): Promise<Map<string, BundleTrigger[]>> {
  const byFlow = new Map<string, BundleTrigger[]>();
  for (const trigger of await listTriggersOfFlows(tx, input)) {
    byFlow.set(trigger.flowId, [...(byFlow.get(trigger.flowId) ?? []), toBundleTrigger(trigger)]);
  }
  return byFlow;
}

function toBundleTrigger(trigger: TriggerEntity): BundleTrigger {
  const { excludeKeywords } = trigger;
  return {
    type: trigger.type,
    keyword: trigger.keyword,
    match: trigger.match,
    allowTypos: trigger.allowTypos,
    // As the engine writes it, which plays the conversations of a bundle.
    ...(excludeKeywords.length > 0 ? { excludeKeywords: excludeKeywords.join(',') } : {}),
    priority: trigger.priority,
    oncePerContactHours: trigger.oncePerContactHours,
    postPermalink: trigger.postPermalink,
    postScope: trigger.postScope,
    oncePerPost: trigger.oncePerPost,
    publicReplies: trigger.publicReplies,
    status: trigger.status,
  };
}
