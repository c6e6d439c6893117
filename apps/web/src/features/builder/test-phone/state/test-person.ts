import type { Contact } from '@instaflow/contracts';
import type { ContactSnapshot } from '@instaflow/flow-engine';
import { instagramLimits } from '@instaflow/flow-model';

/** Who holds the test phone. */
export type TestPerson = {
  contact: ContactSnapshot;
  /** Has written to the account before: gets no welcome message. */
  isKnown: boolean;
  windowExpiresAt: number | null;
};

/** Somebody the account has never heard of. */
export function createPerson({
  firstName = 'Alex',
  username = 'alex.test',
}: { firstName?: string; username?: string } = {}): TestPerson {
  return {
    isKnown: false,
    windowExpiresAt: null,
    contact: {
      id: 'test-person',
      instagramUserId: '0',
      username,
      firstName,
      lastName: null,
      profilePictureUrl: null,
      tags: [],
      customAttributes: {},
      isFollower: true,
      optedOut: false,
      timezone: null,
      locale: null,
    },
  };
}

/** A real contact as the engine sees it; the talk changes a copy. */
export function readPerson(contact: Contact): TestPerson {
  const { customAttributes, email, phone, lastInteractionAt } = contact;
  const windowEnd =
    lastInteractionAt === null ? null : Date.parse(lastInteractionAt) + instagramLimits.windowMs;
  return {
    isKnown: true,
    windowExpiresAt: windowEnd,
    contact: {
      id: contact.contactId,
      instagramUserId: contact.instagramUserId,
      username: contact.instagramUsername,
      firstName: contact.firstName,
      lastName: contact.lastName,
      profilePictureUrl: contact.profilePictureUrl,
      tags: contact.tags,
      customAttributes: {
        ...customAttributes,
        ...(email !== null && { email }),
        ...(phone !== null && { phone }),
      },
      isFollower: contact.isFollower,
      optedOut: contact.optedOutAt !== null,
      timezone: null,
      locale: null,
    },
  };
}
