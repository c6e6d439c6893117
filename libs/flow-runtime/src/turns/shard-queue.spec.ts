import { ShardQueue } from './shard-queue';

describe('ShardQueue', () => {
  it('lets wishes for one shard share a look', async () => {
    const queue = new ShardQueue();
    const answers = [queue.want(3), queue.want(3), queue.want(4)];
    const looks = queue.take();
    expect(looks.map(({ shard }) => shard)).toEqual([3, 4]);
    for (const look of looks) queue.finish({ ...look, processed: look.shard }, null);
    await expect(Promise.all(answers)).resolves.toEqual([
      { processed: 3, nextDueAt: null },
      { processed: 3, nextDueAt: null },
      { processed: 4, nextDueAt: null },
    ]);
  });

  it('looks once more for a wish that came during the look, and not before its end', () => {
    const queue = new ShardQueue();
    void queue.want(3);
    const [look] = queue.take();
    void queue.want(3);
    expect(queue.hasWork).toBe(false);
    expect(queue.take()).toEqual([]);
    if (look) queue.finish(look, null);
    expect(queue.hasWork).toBe(true);
    expect(queue.take()).toHaveLength(1);
  });

  it('has a shard from the wish for it until the end of its look', () => {
    const queue = new ShardQueue();
    expect(queue.has(3)).toBe(false);
    void queue.want(3);
    expect(queue.has(3)).toBe(true);
    const [look] = queue.take();
    expect(queue.has(3)).toBe(true);
    if (look) queue.finish(look, null);
    expect(queue.has(3)).toBe(false);
  });

  it('answers everybody when a look that goes on ends', async () => {
    const queue = new ShardQueue();
    const first = queue.want(3);
    const [look] = queue.take();
    const second = queue.want(3);
    if (look) queue.goOn({ ...look, processed: 2 });
    const [next] = queue.take();
    if (next) queue.finish({ ...next, processed: next.processed + 1 }, 7);
    await expect(Promise.all([first, second])).resolves.toEqual([
      { processed: 3, nextDueAt: 7 },
      { processed: 3, nextDueAt: 7 },
    ]);
  });

  it('tells those who asked when a look failed', async () => {
    const queue = new ShardQueue();
    const wish = queue.want(3);
    for (const look of queue.take()) queue.fail(look, new Error('away'));
    await expect(wish).rejects.toThrow('away');
    expect(queue.hasWork).toBe(false);
  });
});
