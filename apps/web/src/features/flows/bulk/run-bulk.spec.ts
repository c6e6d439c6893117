import { runBulk, type BulkProgress } from './run-bulk';

describe('runBulk', () => {
  it('goes on after a failure and keeps what failed', async () => {
    const error = new Error('no');
    const seen: BulkProgress<string>[] = [];
    const answer = await runBulk({
      items: ['a', 'b', 'c'],
      act: (item) => (item === 'b' ? Promise.reject(error) : Promise.resolve()),
      isStopped: () => false,
      onProgress: (progress) => seen.push(progress),
    });
    expect(answer).toEqual({ total: 3, done: 3, failures: [{ item: 'b', error }] });
    expect(seen.map(({ done }) => done)).toEqual([1, 2, 3]);
  });

  it('does nothing more once it is stopped', async () => {
    const acted: string[] = [];
    const answer = await runBulk({
      items: ['a', 'b', 'c'],
      act: (item) => Promise.resolve(acted.push(item)),
      isStopped: () => acted.length >= 2,
      onProgress: () => undefined,
    });
    expect(acted).toEqual(['a', 'b']);
    expect(answer.done).toBe(2);
  });
});
