import { isJsonObject } from '../json/json-value';
import { readArray } from '../json/read-fields';
import type { ReadAnswer } from './graph-result';
import type { GraphTransport } from './graph-transport';
import { messagingNode } from './messaging-node';
import { readAccess } from './page-access';
import { readSuccess } from './read-success';
import type { AccountAccess } from './send-calls';

/** The webhook fields the program understands. */
export const webhookFields = [
  'messages',
  'message_echoes',
  'message_reactions',
  'message_edit',
  'messaging_postbacks',
  'messaging_referral',
  'messaging_seen',
  'comments',
  'live_comments',
] as const;

/**
 * What switches delivery on for a Page (Facebook Login). The fields of its Instagram account are chosen for the whole app
 * in Meta's dashboard; their names are refused here.
 */
export const pageWebhookFields = ['messages', 'feed'] as const;

const readSubscriptions: ReadAnswer<{ fields: string[] }> = (answer) => {
  if (!Array.isArray(answer['data'])) return null;
  const apps = answer['data'].filter(isJsonObject);
  const fields = apps.flatMap((app) => readArray(app, 'subscribed_fields'));
  return { fields: fields.filter((field) => typeof field === 'string') };
};

/** What has to be subscribed with an access: of a Page its own fields. */
export const webhookFieldsOf = (token: string): readonly string[] =>
  readAccess(token).pageId === null ? webhookFields : pageWebhookFields;

const pathOf = (access: AccountAccess) => `${messagingNode(access)}/subscribed_apps`;

/** Of an account, or with Facebook Login of its Page. They change nothing when made twice: a lost answer is tried again. */
export const subscriptionCalls = (call: GraphTransport) => ({
  subscribeApp: ({ fields, ...access }: AccountAccess & { fields?: readonly string[] }) =>
    call({
      method: 'POST',
      path: pathOf(access),
      query: { subscribed_fields: (fields ?? webhookFieldsOf(access.token)).join(',') },
      token: access.token,
      isRepeatable: true,
      read: readSuccess,
    }),

  unsubscribeApp: (access: AccountAccess) =>
    call({
      method: 'DELETE',
      path: pathOf(access),
      token: access.token,
      isRepeatable: true,
      read: readSuccess,
    }),

  /** No fields: not subscribed. */
  getSubscriptions: (access: AccountAccess) =>
    call({ method: 'GET', path: pathOf(access), token: access.token, read: readSubscriptions }),
});
