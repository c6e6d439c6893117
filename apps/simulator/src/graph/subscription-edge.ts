import type { Simulation } from '../simulation';
import { webhookFields } from '../webhooks/webhook-config';
import type { GraphAnswer, GraphCall } from './graph-call';
import { readText } from './read-params';
import { refusals } from './refusals';

/** /{IG_ID}/subscribed_apps: switches webhooks of an account on and off. */
export function handleSubscription(simulation: Simulation, call: GraphCall): GraphAnswer {
  const { account, token } = call;
  const { webhook } = simulation.world;
  if (token.login === 'page' && !token.scopes.includes('pages_manage_metadata')) {
    throw refusals.missingScope('pages_manage_metadata');
  }
  if (call.method === 'GET') {
    const data = account.subscribedFields
      ? [{ id: simulation.appId, subscribed_fields: account.subscribedFields }]
      : [];
    return { body: { data } };
  }
  if (call.method === 'DELETE') account.subscribedFields = null;
  else {
    account.subscribedFields = readSubscribedFields(call);
    webhook.isDisabled = false;
    webhook.failingSince = null;
  }
  simulation.changes.publish({ kind: 'account', accountId: account.userId });
  return { body: { success: true } };
}

/** Fields of the `page` object; those of the `instagram` object are chosen in the dashboard. */
const pageFields: readonly string[] = [
  'feed',
  'mention',
  'messages',
  'message_echoes',
  'message_edits',
  'message_reactions',
  'message_reads',
  'messaging_handovers',
  'messaging_optins',
  'messaging_policy_enforcement',
  'messaging_postbacks',
  'messaging_referrals',
  'response_feedback',
  'standby',
];

/** Text with commas, an array, or JSON text of an array. A Page takes Page fields only, an account its own. */
function readSubscribedFields({ params, token }: GraphCall): string[] {
  const value = params['subscribed_fields'];
  const text = readText(params, 'subscribed_fields') ?? '';
  const list: unknown[] = Array.isArray(value) ? value : text.replace(/[[\]"\s]/g, '').split(',');
  const names = list.filter((name): name is string => typeof name === 'string' && name !== '');
  if (names.length === 0) throw refusals.badParameter('The parameter subscribed_fields is required');
  const known: readonly string[] = token.login === 'page' ? pageFields : webhookFields;
  const unknown = names.find((name) => !known.includes(name));
  if (unknown) throw refusals.badParameter(`Param subscribed_fields: ${unknown} is not a valid field`);
  return names;
}
