import { z } from 'zod';
import type { Api } from '../clients/api';
import type { LoadedAccount } from '../load/prepare-account';

const message = z.object({
  messageLogId: z.string(),
  direction: z.enum(['inbound', 'outbound']),
  type: z.string(),
  content: z.looseObject({ text: z.string().nullish(), commentId: z.string().nullish() }),
  isAutomated: z.boolean(),
  deliveryStatus: z.string(),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  mid: z.string().nullable(),
});
const contact = z.object({
  contactId: z.string(),
  conversationId: z.string().nullable(),
  instagramUserId: z.string(),
  tags: z.array(z.string()),
});
const conversation = z.object({ unreadCount: z.number(), status: z.string() });
const summary = z.object({
  totalContacts: z.number(),
  totalMessagesSent: z.number(),
  totalMessagesReceived: z.number(),
});

export type ShownMessage = z.infer<typeof message>;
export type AccountSummary = z.infer<typeof summary>;
export type ShownContact = z.infer<typeof contact> & {
  userId: string;
  unreadCount: number;
  status: string;
  messages: ShownMessage[];
};

/** Contacts, conversations and messages of an account as the API shows them. */
export async function readContacts(api: Api, account: LoadedAccount): Promise<ShownContact[]> {
  const listed = await api.listAll(`/instagram-accounts/${account.accountId}/contacts`, 'contacts', contact);
  const shown: ShownContact[] = [];
  for (const one of listed) {
    const path = `/conversations/${one.conversationId}`;
    const { unreadCount, status } = conversation.parse(await api.call('GET', path));
    const messages = await api.listAll(`${path}/messages`, 'messages', message);
    shown.push({ ...one, userId: account.userId, unreadCount, status, messages });
  }
  return shown;
}

/** The account's figures of these days. */
export async function readSummary(api: Api, account: LoadedAccount): Promise<AccountSummary> {
  return summary.parse(await api.call('GET', `/instagram-accounts/${account.accountId}/analytics/summary`));
}
