import type { Trigger } from '@instaflow/contracts';

export type TriggerConflict = { trigger: Trigger; words: string[] };

type Comparable = Pick<Trigger, 'type' | 'keyword' | 'postScope' | 'postPermalink'> & {
  triggerId: string | null;
};

/** The words of a keyword list, folded the way texts are compared. */
export const foldKeywords = (keyword: string | null): string[] =>
  (keyword ?? '')
    .split(',')
    .map((word) => word.normalize('NFKD').replace(/\p{M}/gu, '').trim().toLowerCase())
    .filter((word) => word !== '');

/** Active triggers of the same kind and post that share words with `subject`, and which words. */
export function findConflicts(subject: Comparable, triggers: readonly Trigger[]): TriggerConflict[] {
  const words = foldKeywords(subject.keyword);
  return triggers
    .filter((other) => other.triggerId !== subject.triggerId && other.status === 'active')
    .filter((other) => other.type === subject.type && isSamePost(other, subject))
    .flatMap((other) => {
      const others = foldKeywords(other.keyword);
      const shared = words.filter((word) => others.includes(word));
      const areBothOpen = words.length === 0 && others.length === 0;
      return shared.length > 0 || areBothOpen ? [{ trigger: other, words: shared }] : [];
    });
}

const isSamePost = (a: Comparable, b: Comparable): boolean =>
  a.postScope === b.postScope && a.postPermalink === b.postPermalink;
