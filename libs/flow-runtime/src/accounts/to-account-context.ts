import type { LoadedAccount, LoadedTrigger } from '@instaflow/db';
import {
  triggerSnapshotSchema,
  type AccountSnapshot,
  type FindFlow,
  type FindVersion,
  type FlowSource,
  type TriggerSnapshot,
} from '@instaflow/flow-engine';
import type { Logger } from '@instaflow/platform';
import { toAccountSnapshot } from './to-account-snapshot';

/** What the decision about a contact needs of its account. */
export type AccountContext = {
  account: AccountSnapshot;
  triggers: TriggerSnapshot[];
  findFlow: FindFlow;
  findVersion: FindVersion;
};

/** The account as the engine asks about it. A flow that a person paused is paused also for those who stand in it. */
export const toAccountContext = (
  loaded: LoadedAccount,
  { versions, logger }: { versions: { get(id: string): FlowSource | undefined }; logger: Logger },
): AccountContext => {
  const flows = new Map<string, FlowSource>();
  const held = new Set(loaded.flows.filter(({ isHeld }) => isHeld).map(({ flowId }) => flowId));
  for (const flow of loaded.flows) {
    const version = versions.get(flow.flowVersionId);
    if (version) flows.set(flow.flowId, { ...version, name: flow.name, isPaused: flow.isPaused });
  }
  return {
    account: toAccountSnapshot(loaded, logger),
    triggers: [
      ...loaded.triggers.flatMap((trigger) => readTrigger(trigger, logger)),
      ...loaded.taps.map(triggerOfTap),
    ],
    findFlow: (flowId) => flows.get(flowId) ?? null,
    findVersion: (flowVersionId) => {
      const version = versions.get(flowVersionId);
      if (!version) return null;
      return held.has(version.flowId) ? { ...version, isPaused: true } : version;
    },
  };
};

/** An item of ice breakers or menu that names a flow hears its own tap. */
const triggerOfTap = ({ kind, payload, flowId }: LoadedAccount['taps'][number]): TriggerSnapshot =>
  triggerSnapshotSchema.parse({
    id: `${kind}:${payload}`,
    flowId,
    type: 'ice_breaker',
    keyword: null,
    tapPayload: payload,
    createdAt: 0,
  });

/** A trigger this version cannot read does not fire; the others of its account do. */
const readTrigger = (trigger: LoadedTrigger, logger: Logger): TriggerSnapshot[] => {
  const excludeKeywords = trigger.excludeKeywords.join(',');
  const parsed = triggerSnapshotSchema.safeParse({ ...trigger, excludeKeywords });
  if (parsed.success) return [parsed.data];
  logger.error({ err: parsed.error, triggerId: trigger.id }, 'A trigger is unreadable.');
  return [];
};
