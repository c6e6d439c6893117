/** How far an act on many has come. `nextCursor`: where it goes on; null before the first call. */
export type BulkProgress = {
  given: number;
  /** How many could not, by reason. */
  refused: Readonly<Record<string, number>>;
  nextCursor: string | null;
  isDone: boolean;
};

export type BulkAnswer = {
  count: number;
  refused: readonly { reason: string; count: number }[];
  nextCursor: string | null;
};

export const noProgress: BulkProgress = { given: 0, refused: {}, nextCursor: null, isDone: false };

/**
 * Repeats a bounded act on many until nobody is left or it is stopped, from where `from` came to. Every answer is told
 * before the next call, so that what was done is known when a call fails; that failure is thrown on.
 */
export async function commandEveryone({
  from,
  call,
  isStopped,
  onProgress,
}: {
  from: BulkProgress;
  call: (cursor: string | null) => Promise<BulkAnswer>;
  isStopped: () => boolean;
  onProgress: (progress: BulkProgress) => void;
}): Promise<void> {
  let progress = from;
  while (!progress.isDone && !isStopped()) {
    progress = addAnswer(progress, await call(progress.nextCursor));
    onProgress(progress);
  }
}

function addAnswer({ given, refused }: BulkProgress, answer: BulkAnswer): BulkProgress {
  const sums = { ...refused };
  for (const { reason, count } of answer.refused) sums[reason] = (sums[reason] ?? 0) + count;
  return {
    given: given + answer.count,
    refused: sums,
    nextCursor: answer.nextCursor,
    isDone: answer.nextCursor === null,
  };
}
