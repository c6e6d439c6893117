import type { ClaimedMessage } from '@instaflow/db';
import type { GraphClient } from '@instaflow/instagram';
import type { Clock, KeyRing } from '@instaflow/platform';
import { checkBeforeSend, type SendCheck } from './check-before-send';
import { decideFailure, decideSuccess, type Outcome } from './decide-outcome';
import { outboundPayload } from './outbound-payload';

export type Sender = {
  graph: Pick<GraphClient, 'sendMessage' | 'sendPrivateReply' | 'replyToComment'>;
  keyRing: Pick<KeyRing, 'open'>;
  clock: Clock;
  random: () => number;
};

/** Checks a claimed message once more and sends it. Does not throw: whatever happens becomes an outcome. */
export const sendClaimed = async (sender: Sender, row: ClaimedMessage): Promise<Outcome> => {
  const payload = outboundPayload[row.kind].safeParse(row.payload);
  if (!payload.success) return unsent(row, 'failed', 'payload_invalid', 'The stored message cannot be read.');
  const allowWhenOptedOut = 'allowWhenOptedOut' in payload.data && payload.data.allowWhenOptedOut === true;
  const check = checkBeforeSend({ ...row, allowWhenOptedOut }, sender.clock.now());
  if (check.kind !== 'send') {
    return unsent(row, check.kind === 'fail' ? 'failed' : 'cancelled', check.code, check.sentence);
  }
  const token = openToken(sender.keyRing, row);
  if (token === null) return unreadableToken(row);
  const answer = await request(sender.graph, { row, token, check });
  if (!answer.ok) return decideFailure(answer, row, sender.random());
  return decideSuccess('messageId' in answer ? answer.messageId : answer.id, answer.usage, row);
};

/** How the token of an account is bound to its row when it is sealed. */
export const tokenIdentity = (accountId: string): string => `instagram_account:${accountId}:access_token`;

/** The account's access token, or null when it cannot be opened (a key is missing, the row was altered). */
export const openToken = (
  keyRing: Pick<KeyRing, 'open'>,
  { sealedToken, accountId }: { sealedToken: string; accountId: string },
): string | null => {
  try {
    return keyRing.open(sealedToken, tokenIdentity(accountId));
  } catch {
    // The caller makes it an error of the account, which its owner sees.
    return null;
  }
};

const request = (
  graph: Sender['graph'],
  { row, token, check }: { row: ClaimedMessage; token: string; check: SendCheck & { kind: 'send' } },
) => {
  const access = { accountInstagramId: row.accountInstagramId, token };
  if (row.kind === 'comment_reply') {
    return graph.replyToComment({ ...access, ...outboundPayload.comment_reply.parse(row.payload) });
  }
  if (row.kind === 'private_reply') {
    return graph.sendPrivateReply({ ...access, ...outboundPayload.private_reply.parse(row.payload) });
  }
  const { message, replyToMid } = outboundPayload.message.parse(row.payload);
  return graph.sendMessage({
    ...access,
    recipientId: row.recipientId,
    message,
    isHumanAgent: check.isHumanAgent,
    replyToMid,
  });
};

/** A message that never left gives its token back to the bucket. */
const unsent = (
  { id, lease, accountId }: ClaimedMessage,
  status: 'failed' | 'cancelled',
  code: string,
  message: string,
): Outcome => ({
  result: { id, lease, status, code, message },
  account: { accountId, tokens: 1 },
  alert: null,
});

const unreadableToken = ({ id, lease, accountId, sealedToken }: ClaimedMessage): Outcome => ({
  result: { id, lease, status: 'queued', isFree: true, code: 'access_token_unreadable' },
  account: {
    accountId,
    tokens: 1,
    sealedToken,
    errorReason: 'The stored access token cannot be decrypted. Connect the account again.',
  },
  alert: 'access_token_unreadable',
});
