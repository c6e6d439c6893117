import { z } from 'zod';
import type { ContactSnapshot } from '../contact-snapshot';
import type { StepResult } from '../run/step';
import { forKind } from './for-kind';

const answerSchema = z.object({ isFollower: z.boolean().nullable() });

/**
 * Asks Instagram anew, because people follow when they are told to and then come back here. Without an answer it
 * counts what was known before.
 */
export const executeFollowGate = forKind('follow_gate', ({ contact, input }) => {
  if (input.kind === 'enter') {
    if (contact.isFollowStateFresh) return branchBy(contact, {});
    return {
      outcome: 'waiting',
      waitingFor: { kind: 'answer' },
      effects: [{ kind: 'read_follow_state' }],
    };
  }
  if (input.kind !== 'effect_result') return { outcome: 'waiting', waitingFor: { kind: 'answer' } };
  const { outcome, reason, data } = input.result;
  const answer = answerSchema.safeParse(data);
  if (outcome !== 'answered' || !answer.success) return branchBy(contact, { cause: reason ?? outcome });
  const isFollower = answer.data.isFollower ?? contact.isFollower;
  return branchBy({ ...contact, isFollower }, {});
});

function branchBy(contact: ContactSnapshot, detail: { cause?: string }): StepResult {
  const { isFollower } = contact;
  const value = isFollower === null ? 'unknown' : isFollower ? 'yes' : 'no';
  return {
    outcome: 'advanced',
    signal: { kind: 'follower', value },
    contact,
    detail: { follower: value, ...detail },
  };
}
