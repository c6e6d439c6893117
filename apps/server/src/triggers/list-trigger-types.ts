import { triggerOffer, type TriggerOffer } from '@instaflow/contracts';

/** Abilities that Meta grants single programs only. The public API tells of no followers, and lets nobody write to them first. */
const abilities = { newFollower: false };

const noFollowers =
  'Instagram does not tell programs about new followers, nor let them write first. Use a comment trigger, an ice breaker or ' +
  'a follow gate instead.';

/** What can start a flow, and what cannot with the reason. */
export function listTriggerTypes(): TriggerOffer[] {
  return triggerOffer.shape.type.options.map((type) => {
    const isAvailable = type !== 'new_follower' || abilities.newFollower;
    return { type, isAvailable, reason: isAvailable ? null : noFollowers };
  });
}
