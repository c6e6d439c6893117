import type { ConnectionCondition } from '@instaflow/flow-model';
import type { ProposedStep } from './proposed-steps';

/** Where a proposed step leads, and when; `to` is the key of a step, null an end. */
export type ProposedWay = { to: string | null; when: ConnectionCondition | null };

const onward = (to: string | null): ProposedWay => ({ to, when: null });
const branch = (value: string, to: string | null): ProposedWay => ({ to, when: { type: 'branch', value } });

/** The id of the branch at `index` of a split: a, b, c … */
export const branchId = (index: number): string => String.fromCharCode('a'.charCodeAt(0) + index);

/** All ways out of a proposed step. */
export function listWays(step: ProposedStep): ProposedWay[] {
  switch (step.kind) {
    case 'message': {
      const taps = [...step.buttons.filter(({ url }) => url === null), ...step.quickReplies];
      return [
        ...taps.map(({ title, next }): ProposedWay => ({
          to: next,
          when: { type: 'button_payload', value: title },
        })),
        onward(step.next),
      ];
    }
    case 'ask':
      return [
        { to: step.next, when: { type: 'input_valid', value: true } },
        { to: step.ifInvalid, when: { type: 'input_valid', value: false } },
      ];
    case 'condition':
      return [branch('true', step.ifTrue), { to: step.ifNot, when: { type: 'else' } }];
    case 'split':
      return step.branches.map(({ next }, index) => branch(branchId(index), next));
    case 'follow_check':
      return [
        { to: step.ifFollows, when: { type: 'follower', value: 'yes' } },
        { to: step.ifNot, when: { type: 'follower', value: 'no' } },
        { to: step.ifNot, when: { type: 'follower', value: 'unknown' } },
      ];
    case 'business_hours':
      return [branch('open', step.ifOpen), branch('closed', step.ifClosed)];
    case 'hand_over':
      return [];
    default:
      return [onward(step.next)];
  }
}
