import { isJsonObject } from '../json/json-value';
import { readArray } from '../json/read-fields';
import type { ReadAnswer } from './graph-result';
import type { GraphTransport } from './graph-transport';
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

const pathOf = (nodeId: string) => `${encodeURIComponent(nodeId)}/subscribed_apps`;

/** Calls that change nothing when made twice, so a lost answer is simply tried again. */
export const subscriptionCalls = (call: GraphTransport) => {
  const subscribe = (nodeId: string, token: string, fields: readonly string[]) =>
    call({
      method: 'POST',
      path: pathOf(nodeId),
      query: { subscribed_fields: fields.join(',') },
      token,
      isRepeatable: true,
      read: readSuccess,
    });
  return {
    subscribeApp: ({
      accountInstagramId,
      token,
      fields = webhookFields,
    }: AccountAccess & { fields?: readonly string[] }) => subscribe(accountInstagramId, token, fields),

    /** The same for a Page, with its Page token (Facebook Login). */
    subscribePage: ({
      pageId,
      token,
      fields = pageWebhookFields,
    }: {
      pageId: string;
      token: string;
      fields?: readonly string[];
    }) => subscribe(pageId, token, fields),

    /** Of an account, or of a Page when its id and token are given. */
    unsubscribeApp: ({ accountInstagramId, token }: AccountAccess) =>
      call({
        method: 'DELETE',
        path: pathOf(accountInstagramId),
        token,
        isRepeatable: true,
        read: readSuccess,
      }),

    /** Of an account, or of a Page when its id and token are given; no fields: not subscribed. */
    getSubscriptions: ({ accountInstagramId, token }: AccountAccess) =>
      call({ method: 'GET', path: pathOf(accountInstagramId), token, read: readSubscriptions }),
  };
};
