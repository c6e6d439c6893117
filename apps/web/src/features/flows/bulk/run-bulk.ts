export type BulkFailure<Item> = { item: Item; error: unknown };
export type BulkProgress<Item> = { total: number; done: number; failures: BulkFailure<Item>[] };

/**
 * Does something with many, one after the other. A failure does not stop the others: it is kept with its item.
 * Answers how far it came; `isStopped` is asked before each item.
 */
export async function runBulk<Item>({
  items,
  act,
  isStopped,
  onProgress,
}: {
  items: readonly Item[];
  act: (item: Item) => Promise<unknown>;
  isStopped: () => boolean;
  onProgress: (progress: BulkProgress<Item>) => void;
}): Promise<BulkProgress<Item>> {
  let progress: BulkProgress<Item> = { total: items.length, done: 0, failures: [] };
  for (const item of items) {
    if (isStopped()) break;
    const failure = await act(item).then(
      () => [],
      (error: unknown) => [{ item, error }],
    );
    const { total, done, failures } = progress;
    progress = { total, done: done + 1, failures: [...failures, ...failure] };
    onProgress(progress);
  }
  return progress;
}
