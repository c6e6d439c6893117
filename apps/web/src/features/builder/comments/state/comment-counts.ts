import type { CommentCount } from '@instaflow/contracts';
import { create } from 'zustand';

type Counts = {
  /** Open threads by step. */
  bySteps: Readonly<Record<string, number>>;
  /** Of all steps, deleted ones too, and of the flow itself. */
  total: number;
};

const none: Counts = { bySteps: {}, total: 0 };
const useStore = create<Counts>()(() => none);

/** Open threads of the flow that is open; apart from the cache, so that a thousand cards need not watch that. */
export const commentCounts = {
  show: (counts: readonly CommentCount[]): void => {
    const ofSteps = counts.flatMap(({ nodeId, open }) =>
      nodeId === null || open === 0 ? [] : [[nodeId, open] as const],
    );
    useStore.setState({
      bySteps: Object.fromEntries(ofSteps),
      total: counts.reduce((sum, { open }) => sum + open, 0),
    });
  },
  forget: (): void => {
    useStore.setState(none);
  },
};

/** How many threads are open at a step; re-renders only when that changes. */
export const useOpenComments = (nodeId: string): number =>
  useStore(({ bySteps }) => (Object.hasOwn(bySteps, nodeId) ? (bySteps[nodeId] ?? 0) : 0));

export const useAllOpenComments = (): number => useStore(({ total }) => total);
