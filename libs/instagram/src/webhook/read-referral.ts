import type { ParsedReferral } from './parsed-event';
import type { WireReferral } from './wire-schemas';

/** Through which link or advertisement a person came. */
export const readReferral = (referral: WireReferral): ParsedReferral | null => {
  if (!referral) return null;
  const { ref, source, type, ad_id: adId, ads_context_data: ad } = referral;
  const adMediaUrl = ad?.photo_url ?? ad?.video_url ?? null;
  return { ref, source, type, adId, adTitle: ad?.ad_title ?? null, adMediaUrl };
};
