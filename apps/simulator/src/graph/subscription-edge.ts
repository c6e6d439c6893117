import type { Simulation } from '../simulation';
import { webhookFields } from '../webhooks/webhook-config';
import type { GraphAnswer, GraphCall, Params } from './graph-call';
import { readText } from './read-params';
import { refusals } from './refusals';

/** /{IG_ID}/subscribed_apps: switches webhooks of an account on and off. */
export function handleSubscription(simulation: Simulation, call: GraphCall): GraphAnswer {
  const { account } = call;
  const { webhook } = simulation.world;
  if (call.method === 'GET') {
    const data = account.subscribedFields
      ? [{ id: simulation.appId, subscribed_fields: account.subscribedFields }]
      : [];
    return { body: { data } };
  }
  if (call.method === 'DELETE') account.subscribedFields = null;
  else {
    account.subscribedFields = readSubscribedFields(call.params);
    webhook.isDisabled = false;
    webhook.failingSince = null;
  }
  simulation.changes.publish({ kind: 'account', accountId: account.userId });
  return { body: { success: true } };
}

/** Text with commas, an array, or JSON text of an array. Page fields (Facebook Login) are allowed too. */
function readSubscribedFields(params: Params): string[] {
  const value = params['subscribed_fields'];
  const text = readText(params, 'subscribed_fields') ?? '';
  const list: unknown[] = Array.isArray(value) ? value : text.replace(/[[\]"\s]/g, '').split(',');
  const names = list.filter((name): name is string => typeof name === 'string' && name !== '');
  if (names.length === 0) throw refusals.badParameter('The parameter subscribed_fields is required');
  const known: readonly string[] = [...webhookFields, 'feed', 'mention', 'messaging_referrals'];
  const unknown = names.find((name) => !known.includes(name));
  if (unknown) throw refusals.badParameter(`Param subscribed_fields: ${unknown} is not a valid field`);
  return names;
}
