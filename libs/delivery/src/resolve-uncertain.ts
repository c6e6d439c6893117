import {
  claimUncertain,
  expireOutboundLeases,
  finishOutbound,
  listKnownMids,
  type DataSource,
  type OutboundResult,
  type UncertainMessage,
} from '@instaflow/db';
import type { GraphClient } from '@instaflow/instagram';
import type { Clock, KeyRing, Logger } from '@instaflow/platform';
import { firstLookMs } from './decide-outcome';
import { findSentMessage, type Lookup } from './find-sent-message';
import { outboundPayload } from './outbound-payload';
import { openToken } from './send-claimed';

const accountsAtATime = 20;
/** Two calls per look, and an account may make two per second. */
const lookAgainMs = 4_000;
const giveUpMs = 60_000;

export type Resolver = {
  dataSource: DataSource;
  graph: Pick<GraphClient, 'listConversationMessages'>;
  keyRing: Pick<KeyRing, 'open'>;
  clock: Clock;
  logger: Logger;
  leaseMs: number;
};

export type Resolution = { settled: number; requeued: number; nextDueInMs: number | null };

/**
 * Decides about messages whose answer was lost, by reading their conversation: found is sent; surely absent goes out
 * once more; what is not decided after a minute stays `uncertain` for people to see, and the lane goes on.
 */
export const resolveUncertain = async (resolver: Resolver): Promise<Resolution> => {
  await expireOutboundLeases(resolver.dataSource, resolver.leaseMs);
  const { rows, nextDueInMs } = await claimUncertain(resolver.dataSource, {
    limit: accountsAtATime,
    againMs: lookAgainMs,
  });
  const results = (await Promise.all(rows.map((row) => decide(resolver, row)))).flat();
  if (results.length > 0) await finishOutbound(resolver.dataSource, { results, accounts: [] });
  const requeued = results.filter(({ status }) => status === 'queued').length;
  return { settled: results.length - requeued, requeued, nextDueInMs };
};

const decide = async (resolver: Resolver, row: UncertainMessage): Promise<OutboundResult[]> => {
  const lookup = await look(resolver, row);
  const age = resolver.clock.now() - row.sendingSince;
  if (lookup.kind === 'found') return [{ id: row.id, lease: null, status: 'sent', mid: lookup.mid }];
  if (lookup.kind === 'absent' && age >= firstLookMs && !row.isSecondTry) return [sendAgain(row)];
  return age >= giveUpMs ? [giveUp(row)] : [];
};

const look = async (resolver: Resolver, row: UncertainMessage): Promise<Lookup> => {
  const undecidable: Lookup = { kind: 'undecidable' };
  if (row.kind === 'comment_reply' || row.sealedToken === null || row.accountStatus !== 'connected') {
    return undecidable;
  }
  const payload = outboundPayload[row.kind].safeParse(row.payload);
  const token = openToken(resolver.keyRing, { sealedToken: row.sealedToken, accountId: row.accountId });
  if (!payload.success || token === null) return undecidable;
  const answer = await resolver.graph.listConversationMessages({
    accountInstagramId: row.accountInstagramId,
    token,
    personId: row.recipientId,
  });
  if (!answer.ok) {
    resolver.logger.info({ messageId: row.id, code: answer.code }, 'A conversation could not be read.');
    return undecidable;
  }
  const known = await listKnownMids(resolver.dataSource, {
    accountId: row.accountId,
    mids: answer.messages.map(({ mid }) => mid),
  });
  return findSentMessage({
    message: payload.data.message,
    sentAt: row.sendingSince,
    personId: row.recipientId,
    messages: answer.messages,
    isKnown: (mid) => known.has(mid),
  });
};

const sendAgain = ({ id }: UncertainMessage): OutboundResult => ({
  id,
  lease: null,
  status: 'queued',
  isFree: true,
  code: 'not_found_sent_again',
  message: 'Instagram did not confirm the message and does not show it; it is sent once more.',
});

const giveUp = ({ id }: UncertainMessage): OutboundResult => ({
  id,
  lease: null,
  status: 'uncertain',
  isFinal: true,
  code: 'unconfirmed',
  message: 'Instagram did not confirm the message. Look into the conversation before you send it again.',
});
