import { iceBreakersSchema, persistentMenuSchema } from '../accounts/account';
import type { Simulation } from '../simulation';
import { requireScope } from './authenticate';
import type { GraphAnswer, GraphCall } from './graph-call';
import { readText } from './read-params';
import { refusals } from './refusals';

/** /{IG_ID}/messenger_profile: ice breakers and the persistent menu. */
export function handleMessengerProfile(simulation: Simulation, call: GraphCall): GraphAnswer {
  requireScope(call.token, 'manage_messages');
  const { account, params } = call;
  if (call.method === 'GET') return { body: { data: describe(call) } };
  if (call.method === 'DELETE') {
    const fields = JSON.stringify(params['fields'] ?? '');
    if (fields.includes('ice_breakers')) account.iceBreakers = [];
    if (fields.includes('persistent_menu')) account.persistentMenu = [];
  } else {
    const { iceBreakers, persistentMenu } = readProfile(call);
    account.iceBreakers = iceBreakers ?? account.iceBreakers;
    account.persistentMenu = persistentMenu ?? account.persistentMenu;
  }
  simulation.changes.publish({ kind: 'account', accountId: account.userId });
  return { body: { success: true } };
}

function readProfile({ params }: GraphCall) {
  const iceBreakers = iceBreakersSchema.optional().safeParse(params['ice_breakers']);
  const persistentMenu = persistentMenuSchema.optional().safeParse(params['persistent_menu']);
  if (!iceBreakers.success)
    throw refusals.badParameter('Param ice_breakers is not valid: at most four questions');
  if (!persistentMenu.success) throw refusals.badParameter('Param persistent_menu is not valid');
  if (!iceBreakers.data && !persistentMenu.data) {
    throw refusals.badParameter('One of ice_breakers, persistent_menu is required');
  }
  return { iceBreakers: iceBreakers.data, persistentMenu: persistentMenu.data };
}

function describe({ account, params }: GraphCall): unknown[] {
  const asked = readText(params, 'fields') ?? 'ice_breakers';
  if (asked.includes('persistent_menu')) {
    return account.persistentMenu.length > 0 ? [{ persistent_menu: account.persistentMenu }] : [];
  }
  return account.iceBreakers;
}
