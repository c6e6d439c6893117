import { z } from 'zod';
import type { Api } from '../clients/api';
import type { Simulator } from '../clients/simulator';
import { commentFlow, conversationFlow, echoFlow, errandFlow } from './flow-documents';

export type LoadedAccount = {
  /** Instagram's id of the account. */
  userId: string;
  /** The program's id of it. */
  accountId: string;
  username: string;
  mediaId: string;
};

/** Slow enough that the load meets the limit, fast enough that it is through in time. */
export const messagesPerSecond = 3;

const connected = z.object({ instagramAccountId: z.string() });
const created = z.object({ flowId: z.string() });

const automations = (ticketUrl: string) => [
  {
    name: 'Conversation',
    flowDefinition: conversationFlow,
    trigger: { type: 'dm_keyword', keyword: 'go', match: 'starts_with' },
  },
  {
    name: 'Echo',
    flowDefinition: echoFlow,
    trigger: { type: 'dm_keyword', keyword: 'say', match: 'starts_with' },
  },
  {
    name: 'Errand',
    flowDefinition: errandFlow(ticketUrl),
    trigger: { type: 'dm_keyword', keyword: 'fetch', match: 'starts_with' },
  },
  {
    name: 'Comment',
    flowDefinition: commentFlow,
    trigger: {
      type: 'comment_keyword',
      keyword: 'info',
      match: 'starts_with',
      publicReplies: ['{{message.text}} public'],
    },
  },
];

/** An account at the simulator, connected, with the automations of the load live. */
export async function prepareAccount(
  { api, simulator, ticketUrl }: { api: Api; simulator: Simulator; ticketUrl: string },
  { username, debounceWindowMs }: { username: string; debounceWindowMs: number },
): Promise<LoadedAccount> {
  const { userId, accessToken } = await simulator.createAccount(username);
  const { instagramAccountId: accountId } = connected.parse(
    await api.call('POST', '/instagram-accounts', {
      instagramUserId: userId,
      instagramUsername: username,
      accessToken,
      tokenExpiresAt: new Date(Date.now() + 50 * 86_400_000).toISOString(),
    }),
  );
  const path = `/instagram-accounts/${accountId}`;
  await api.call('PATCH', `${path}/settings`, { debounceWindowMs, cooldownMs: 0, messagesPerSecond });
  for (const { name, flowDefinition, trigger } of automations(ticketUrl)) {
    const { flowId } = created.parse(await api.call('POST', `${path}/flows`, { name, flowDefinition }));
    await api.call('POST', `/flows/${flowId}/triggers`, trigger);
    await api.call('POST', `/flows/${flowId}/publish`, {});
  }
  return { userId, accountId, username, mediaId: await simulator.createPost(userId) };
}
