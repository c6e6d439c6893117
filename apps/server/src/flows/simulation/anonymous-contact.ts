import type { ContactSnapshot } from '@instaflow/flow-engine';

/** Somebody of whom nothing is known yet. */
export function anonymousContact(id: string): ContactSnapshot {
  return {
    id,
    instagramUserId: '0',
    username: null,
    firstName: null,
    lastName: null,
    profilePictureUrl: null,
    tags: [],
    customAttributes: {},
    isFollower: null,
    optedOut: false,
    timezone: null,
    locale: null,
  };
}
