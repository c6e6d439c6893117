import type { KeywordMatch, Trigger } from '@instaflow/contracts';
import { findSharedKeywords } from '@instaflow/flow-engine';
import { compareTriggers } from './order-triggers';

/** Another trigger that listens to the same words; `wins` when the other one answers them. */
export type TriggerConflict = { trigger: Trigger; words: string[]; wins: boolean };

type Comparable = Pick<
  Trigger,
  | 'flowId'
  | 'type'
  | 'keyword'
  | 'match'
  | 'allowTypos'
  | 'postScope'
  | 'postPermalink'
  | 'priority'
  | 'createdAt'
> & { triggerId: string | null };

/** The stricter a comparison is, the sooner it answers, whatever the priorities: as the engine ranks them. */
const strictness: Record<KeywordMatch, number> = {
  exact: 0,
  starts_with: 1,
  contains_word: 2,
  contains: 3,
  regex: 4,
};

/**
 * Active triggers of the same kind and post that share words with `subject`, and which words. A trigger whose flow is not
 * live (`isLive`) answers nothing yet, so it wins over none that is.
 */
export function findConflicts(
  subject: Comparable,
  triggers: readonly Trigger[],
  isLive: (flowId: string) => boolean = () => true,
): TriggerConflict[] {
  return triggers
    .filter((other) => other.triggerId !== subject.triggerId && other.status === 'active')
    .filter((other) => other.type === subject.type && canBeSamePost(other, subject))
    .flatMap((other) => {
      const words = [...new Set(findSharedKeywords(subject, other))];
      const areBothOpen = isOpen(subject) && isOpen(other);
      if (words.length === 0 && !areBothOpen) return [];
      const [isOtherLive, isSubjectLive] = [isLive(other.flowId), isLive(subject.flowId)];
      const wins = isOtherLive === isSubjectLive ? isBefore(other, subject) : isOtherLive;
      return [{ trigger: other, words, wins }];
    });
}

const isOpen = ({ keyword }: Comparable): boolean => (keyword ?? '').replaceAll(',', '').trim() === '';

/** A trigger for all posts hears below the one post of another, too. */
function canBeSamePost(a: Comparable, b: Comparable): boolean {
  if (a.postScope === 'all' || b.postScope === 'all') return true;
  return a.postScope === b.postScope && a.postPermalink === b.postPermalink;
}

function isBefore(a: Comparable, b: Comparable): boolean {
  const byMatch = isOpen(a) || isOpen(b) ? 0 : strictness[a.match] - strictness[b.match];
  return (
    (byMatch ||
      compareTriggers({ ...a, triggerId: a.triggerId ?? '' }, { ...b, triggerId: b.triggerId ?? '' })) < 0
  );
}
