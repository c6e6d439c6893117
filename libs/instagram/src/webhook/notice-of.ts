import type { z } from 'zod';
import type { ParsedNotice } from './parsed-event';
import type { storyInsightsSchema, WireMessaging } from './wire-schemas';

/** What an item of `messaging[]` says that nobody answers, with the key it came under; null when nothing known. */
export const noticeOf = (wire: WireMessaging): { reason: string; notice: ParsedNotice } | null => {
  const { optin, policy_enforcement: policy, response_feedback: feedback } = wire;
  if (optin) {
    const { type: optinType, payload, title } = optin;
    return { reason: 'optin', notice: { type: 'optin', optinType, payload, title } };
  }
  if (policy) return { reason: 'policy_enforcement', notice: { type: 'policy', ...policy } };
  if (feedback) return { reason: 'response_feedback', notice: { type: 'feedback', ...feedback } };
  return handoverOf(wire);
};

const handoverOf = (wire: WireMessaging): { reason: string; notice: ParsedNotice } | null => {
  const actions = [
    ['pass', 'pass_thread_control'],
    ['take', 'take_thread_control'],
    ['request', 'request_thread_control'],
  ] as const;
  for (const [action, key] of actions) {
    const control = wire[key];
    if (!control) continue;
    const appId = control.new_owner_app_id ?? control.requested_owner_app_id ?? control.previous_owner_app_id;
    return { reason: key, notice: { type: 'handover', action, appId, metadata: control.metadata } };
  }
  return null;
};

/** The figures of a story as a notice. */
export const storyInsightsNotice = (value: z.output<typeof storyInsightsSchema>): ParsedNotice => ({
  type: 'story_insights',
  mediaId: value.media_id,
  impressions: value.impressions,
  reach: value.reach,
  tapsForward: value.taps_forward,
  tapsBack: value.taps_back,
  exits: value.exits,
  replies: value.replies,
});
