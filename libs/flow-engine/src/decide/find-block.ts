import type { TurnInput } from '../turn';

export type Block = {
  kind: 'opt_out' | 'pause' | 'human';
  reason: 'opted_out' | 'account_paused' | 'contact_paused' | 'with_human';
};

/** What forbids any automated answer now; null when nothing does. */
export function findBlock({ contact, account, conversation, now }: TurnInput): Block | null {
  if (contact.optedOut) return { kind: 'opt_out', reason: 'opted_out' };
  if (account.pausedAt !== null) return { kind: 'pause', reason: 'account_paused' };
  if (conversation.status === 'pending_human') return { kind: 'human', reason: 'with_human' };
  const { automationPausedUntil } = conversation;
  return automationPausedUntil !== null && automationPausedUntil > now
    ? { kind: 'pause', reason: 'contact_paused' }
    : null;
}
