import { GroupCommit } from './group-commit';

describe('GroupCommit', () => {
  const newCommit = (flush: (items: readonly number[]) => Promise<void>, maxItems = 5) =>
    new GroupCommit<number>({ maxItems, maxParallel: 2, maxWaitMs: 3, flush });

  it('puts what arrives together into one flush', async () => {
    const flushed: number[][] = [];
    const commit = newCommit((items) => {
      flushed.push([...items]);
      return Promise.resolve();
    });
    await Promise.all([commit.add([1]), commit.add([2, 3])]);
    expect(flushed).toEqual([[1, 2, 3]]);
  });

  it('never exceeds the size of a batch nor the number of parallel flushes', async () => {
    let running = 0;
    let most = 0;
    const sizes: number[] = [];
    const commit = newCommit(async (items) => {
      running += 1;
      most = Math.max(most, running);
      sizes.push(items.length);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
    });
    await commit.add(Array.from({ length: 23 }, (_, index) => index));
    expect(Math.max(...sizes)).toBeLessThanOrEqual(5);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(23);
    expect(most).toBeLessThanOrEqual(2);
  });

  it('rejects only those whose flush failed, and goes on', async () => {
    const commit = newCommit((items) =>
      items.includes(1) ? Promise.reject(new Error('no')) : Promise.resolve(),
    );
    await expect(commit.add([1])).rejects.toThrow('no');
    await expect(commit.add([2])).resolves.toBeUndefined();
  });

  it('drains when the last flush has ended', async () => {
    let isDone = false;
    const commit = newCommit(async () => {
      await new Promise((resolve) => setImmediate(resolve));
      isDone = true;
    });
    const added = commit.add([1]);
    await commit.drain();
    expect(isDone).toBe(true);
    await added;
    await commit.drain();
  });
});
