import type { Person } from '../persons/person';
import type { Simulation } from '../simulation';
import { requireScope } from './authenticate';
import type { GraphAnswer, GraphCall } from './graph-call';
import { readText } from './read-params';
import { refusals } from './refusals';
import { parseFields, selectFields } from './select-fields';

/** GET /{IGSID}: readable once the person has written or tapped. */
export function readPerson(simulation: Simulation, call: GraphCall, person: Person): GraphAnswer {
  requireScope(call.token, 'manage_messages');
  if (person.accountId !== call.account.userId || person.isDeleted) throw refusals.noSuchRecipient();
  if (!person.hasConsented) throw refusals.consentMissing();
  if (person.isUnavailable) throw refusals.unknownObject(person.igsid, call.method);
  const profile = {
    id: person.igsid,
    name: person.name === '' ? null : person.name,
    username: person.username,
    profile_pic: `${simulation.baseUrl}/cdn/avatar-${person.igsid}.svg`,
    follower_count: person.followerCount,
    is_user_follow_business: person.follows,
    is_business_follow_user: person.isFollowedByBusiness,
    is_verified_user: person.isVerified,
  };
  const asked = readText(call.params, 'fields') ?? 'name,username,profile_pic';
  return { body: selectFields(profile, parseFields(asked)), igsid: person.igsid };
}
