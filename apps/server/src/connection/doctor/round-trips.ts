import { randomInt } from 'node:crypto';
import { v7 as newId } from 'uuid';
import type { RoundTrip } from '@instaflow/contracts';
import { roundTripRepository, type RoundTripRow, type Tx } from '@instaflow/db';
import { found } from '../../http/found';
import { toIso } from '../../http/to-iso';

const lifeMs = 600_000;

/** Begins a self-test: somebody writes a phrase to the account, and its webhook has to arrive within ten minutes. */
export async function startRoundTrip(
  tx: Tx,
  { id: accountId, workspaceId, now }: { id: string; workspaceId: string; now: number },
): Promise<RoundTrip> {
  const id = newId();
  const phrase = `instaflow test ${randomInt(1_000, 10_000)}`;
  await roundTripRepository.start(tx, { id, accountId, workspaceId, phrase, now, expiresAt: now + lifeMs });
  return lookAtRoundTrip(tx, { id, accountId, now });
}

/** How far a self-test is. Throws 404. */
export async function lookAtRoundTrip(
  tx: Tx,
  { id, accountId, now }: { id: string; accountId: string; now: number },
): Promise<RoundTrip> {
  const row = found(await roundTripRepository.look(tx, { id, accountId }));
  const state = stateOf(row, now);
  return {
    roundTripId: row.id,
    instagramAccountId: accountId,
    state,
    method: 'owner_message',
    phrase: row.phrase,
    sentence: sentences[state](row.phrase),
    startedAt: row.startedAt.toISOString(),
    sentAt: toIso(row.sentAt),
    receivedAt: toIso(row.receivedAt),
    durationMs:
      row.receivedAt === null || row.sentAt === null
        ? null
        : Math.max(0, row.receivedAt.getTime() - row.sentAt.getTime()),
    expiresAt: row.expiresAt.toISOString(),
  };
}

const stateOf = ({ receivedAt, expiresAt }: RoundTripRow, now: number): RoundTrip['state'] => {
  if (receivedAt !== null) return 'passed';
  return expiresAt.getTime() > now ? 'waiting' : 'failed';
};

const sentences: Record<RoundTrip['state'], (phrase: string) => string> = {
  waiting: (phrase) => `Write “${phrase}” to the account from another Instagram account.`,
  passed: () => 'The message arrived: Instagram delivers here.',
  failed: (phrase) =>
    `“${phrase}” did not arrive within ten minutes. Subscribe the webhooks again and check the address of the webhook at Meta.`,
};
