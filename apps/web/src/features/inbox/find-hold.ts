import type { FlowSummary, InstagramAccount, Message } from '@instaflow/contracts';

/** Why a message of automation does not leave, and until when or since when. Instants are ISO strings. */
export type Hold = { reason: 'quiet'; until: string } | { reason: 'account' | 'flow'; since: string };

export type HoldInput = {
  message: Message;
  account: Pick<InstagramAccount, 'pausedAt'> | null;
  flow: Pick<FlowSummary, 'pausedAt'> | null;
};

/** What holds a message; null where nothing does, or where it is not known. */
export function findHold({ message, account, flow }: HoldInput): Hold | null {
  const { deliveryStatus, isAutomated, heldUntil } = message;
  if (deliveryStatus !== 'queued' || !isAutomated) return null;
  if (account?.pausedAt) return { reason: 'account', since: account.pausedAt };
  if (flow?.pausedAt) return { reason: 'flow', since: flow.pausedAt };
  return heldUntil === null ? null : { reason: 'quiet', until: heldUntil };
}
