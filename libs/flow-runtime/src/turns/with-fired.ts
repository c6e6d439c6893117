import { postKey, type TurnDecision } from '@instaflow/flow-engine';

type Fired = Pick<Extract<TurnDecision, { kind: 'turn' }>, 'firedTriggerId' | 'firedForPost'>;

/** More posts than this one person comments on are not remembered; the oldest are forgotten first. */
const maxPosts = 200;

/** The history of triggers of a contact with the one that fired now, and for which post it did. */
export const withFired = (
  history: Record<string, number>,
  { firedTriggerId, firedForPost = null }: Fired,
  now: number,
): Record<string, number> => {
  if (firedTriggerId === null) return history;
  if (firedForPost === null) return { ...history, [firedTriggerId]: now };
  const entries = Object.entries({ ...history, [postKey(firedTriggerId, firedForPost)]: now });
  const posts = entries.filter(([key]) => key.includes('@')).toSorted(([, a], [, b]) => b - a);
  const others = entries.filter(([key]) => !key.includes('@'));
  return { ...Object.fromEntries([...others, ...posts.slice(0, maxPosts)]), [firedTriggerId]: now };
};
