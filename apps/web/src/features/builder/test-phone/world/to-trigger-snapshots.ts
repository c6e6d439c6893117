import type { StoredIceBreaker, StoredMenuItem, Trigger } from '@instaflow/contracts';
import { triggerSnapshotSchema, type TriggerSnapshot } from '@instaflow/flow-engine';

/** What can start flows of the account: its triggers, and items of ice breakers and menu that name their flow. */
export function toTriggerSnapshots({
  triggers,
  iceBreakers,
  menuItems,
}: {
  triggers: readonly Trigger[];
  iceBreakers: readonly StoredIceBreaker[];
  menuItems: readonly StoredMenuItem[];
}): TriggerSnapshot[] {
  const taps = [
    ...iceBreakers.map(({ payload, flowId }) => ({ kind: 'ice_breaker', payload, flowId })),
    ...menuItems.flatMap((item) =>
      item.type === 'postback' ? [{ kind: 'menu', payload: item.payload, flowId: item.flowId }] : [],
    ),
  ];
  return [
    ...triggers.map(toSnapshot),
    ...taps.flatMap(({ kind, payload, flowId }) =>
      flowId === null
        ? []
        : [
            triggerSnapshotSchema.parse({
              id: `${kind}:${payload}`,
              flowId,
              type: 'ice_breaker',
              keyword: null,
              tapPayload: payload,
              createdAt: 0,
            }),
          ],
    ),
  ];
}

function toSnapshot(trigger: Trigger): TriggerSnapshot {
  const { triggerId, excludeKeywords, status, createdAt, ...rest } = trigger;
  return triggerSnapshotSchema.parse({
    ...rest,
    id: triggerId,
    excludeKeywords: excludeKeywords.join(','),
    isActive: status === 'active',
    createdAt: Date.parse(createdAt),
  });
}
