import type { Person } from '../persons/person';

/** What a message that began at a click-to-message ad carries. */
export function describeAd(ad: { adId: string; title?: string; ref?: string }): Record<string, unknown> {
  return {
    ...(ad.ref === undefined ? {} : { ref: ad.ref }),
    ad_id: ad.adId,
    source: 'ADS',
    type: 'OPEN_THREAD',
    ads_context_data: { ad_title: ad.title ?? 'An ad' },
  };
}

/** What an ig.me link carries. */
export function describeLink(ref: string): Record<string, unknown> {
  return { ref, source: 'SHORTLINK', type: 'OPEN_THREAD' };
}

/** The link that led to this first message, once. */
export function takeReferral(person: Person): Record<string, unknown> | null {
  const referral = person.pendingReferral;
  person.pendingReferral = null;
  return referral;
}
