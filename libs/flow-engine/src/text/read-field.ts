import type { JsonValue } from '@instaflow/flow-model';
import type { AccountSnapshot } from '../account-snapshot';
import type { ContactSnapshot } from '../contact-snapshot';

export type Surroundings = {
  contact: ContactSnapshot;
  account: AccountSnapshot;
  context: Record<string, JsonValue>;
  message: { text: string | null; payload: string | null } | null;
};

/** What templates and rules can read. Attributes are reached directly unless a profile field of that name is set. */
export function buildScope({ contact, account, context, message }: Surroundings): Record<string, JsonValue> {
  const { firstName, lastName } = contact;
  const profile: Record<string, JsonValue> = {
    id: contact.id,
    instagramUserId: contact.instagramUserId,
    username: contact.username,
    firstName,
    lastName,
    profilePictureUrl: contact.profilePictureUrl,
    isFollower: contact.isFollower,
    tags: contact.tags,
    locale: contact.locale,
    timezone: contact.timezone,
  };
  const known = Object.entries(profile).filter(([, value]) => value !== null);
  return {
    contact: {
      name: [firstName, lastName].filter(Boolean).join(' ') || null,
      ...contact.customAttributes,
      ...Object.fromEntries(known),
      attributes: contact.customAttributes,
    },
    account: { id: account.id, username: account.username, name: account.name },
    flow: context,
    message: { text: message?.text ?? null, payload: message?.payload ?? null },
  };
}

/** The value at a dotted path such as `contact.email`; a bare name is an attribute. Null when there is none. */
export function readField(scope: Record<string, JsonValue>, path: string): JsonValue {
  const segments = path.split('.');
  const isRooted = Object.hasOwn(scope, segments[0] ?? '');
  let value: JsonValue = scope;
  for (const segment of isRooted ? segments : ['contact', ...segments]) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, segment)) return null;
    value = Array.isArray(value) ? (value[Number(segment)] ?? null) : (value[segment] ?? null);
  }
  return value;
}
