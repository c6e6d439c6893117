import type { Trigger } from '@instaflow/contracts';
import { findTriggerHits, flowRepository, type TriggerEntity, type Tx } from '@instaflow/db';

export function toTrigger(trigger: TriggerEntity, flowName: string, hits7d: number | null = null): Trigger {
  return {
    triggerId: trigger.id,
    flowId: trigger.flowId,
    flowName,
    instagramAccountId: trigger.instagramAccountId,
    type: trigger.type,
    keyword: trigger.keyword,
    match: trigger.match,
    allowTypos: trigger.allowTypos,
    excludeKeywords: trigger.excludeKeywords,
    priority: trigger.priority,
    oncePerContactHours: trigger.oncePerContactHours,
    postPermalink: trigger.postPermalink,
    postScope: trigger.postScope,
    mediaId: trigger.mediaId,
    oncePerPost: trigger.oncePerPost,
    publicReplies: trigger.publicReplies,
    status: trigger.status,
    hits7d,
    createdAt: trigger.createdAt.toISOString(),
    updatedAt: trigger.updatedAt.toISOString(),
  };
}

/** Triggers as the API shows them, with the names of their flows and what they did lately. */
export async function toTriggers(tx: Tx, triggers: readonly TriggerEntity[]): Promise<Trigger[]> {
  const names = await flowRepository.findNames(tx, [...new Set(triggers.map(({ flowId }) => flowId))]);
  const hits = await findTriggerHits(
    tx,
    triggers.map(({ id }) => id),
  );
  return triggers.map((trigger) =>
    toTrigger(trigger, names.get(trigger.flowId) ?? '', hits.get(trigger.id) ?? null),
  );
}
