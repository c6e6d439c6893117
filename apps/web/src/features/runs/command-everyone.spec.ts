import { commandEveryone, noProgress, type BulkAnswer, type BulkProgress } from './command-everyone';

const answers: Record<string, BulkAnswer> = {
  start: { count: 500, refused: [], nextCursor: 'a' },
  a: { count: 498, refused: [{ reason: 'no_connection', count: 2 }], nextCursor: 'b' },
  b: { count: 3, refused: [{ reason: 'no_connection', count: 1 }], nextCursor: null },
};

const answer = (cursor: string | null): BulkAnswer => {
  const found = answers[cursor ?? 'start'];
  if (!found) throw new Error(`unknown cursor ${String(cursor)}`);
  return found;
};

const never = () => false;

describe('commandEveryone', () => {
  it('follows the cursor to its end and adds up what was done and refused', async () => {
    const told: BulkProgress[] = [];
    await commandEveryone({
      from: noProgress,
      call: (cursor) => Promise.resolve(answer(cursor)),
      isStopped: never,
      onProgress: (progress) => told.push(progress),
    });
    expect(told.map(({ given }) => given)).toEqual([500, 998, 1001]);
    expect(told.at(-1)).toEqual({
      given: 1001,
      refused: { no_connection: 3 },
      nextCursor: null,
      isDone: true,
    });
  });

  it('makes no further call once it is stopped, and goes on from there', async () => {
    let last = noProgress;
    const cursors: (string | null)[] = [];
    const go = (isStopped: () => boolean) =>
      commandEveryone({
        from: last,
        call: (cursor) => {
          cursors.push(cursor);
          return Promise.resolve(answer(cursor));
        },
        isStopped,
        onProgress: (progress) => {
          last = progress;
        },
      });
    await go(() => last.given > 0);
    expect(last).toMatchObject({ given: 500, isDone: false });
    await go(never);
    expect(cursors).toEqual([null, 'a', 'b']);
    expect(last).toMatchObject({ given: 1001, isDone: true });
  });

  it('keeps what was told when a call fails', async () => {
    let last = noProgress;
    const running = commandEveryone({
      from: noProgress,
      call: (cursor) =>
        cursor === 'a' ? Promise.reject(new Error('offline')) : Promise.resolve(answer(cursor)),
      isStopped: never,
      onProgress: (progress) => {
        last = progress;
      },
    });
    await expect(running).rejects.toThrow('offline');
    expect(last).toMatchObject({ given: 500, nextCursor: 'a', isDone: false });
  });

  it('asks nobody when nobody is left', async () => {
    const call = jest.fn();
    await commandEveryone({
      from: { ...noProgress, isDone: true },
      call,
      isStopped: never,
      onProgress: () => undefined,
    });
    expect(call).not.toHaveBeenCalled();
  });
});
