import { MessageBudget } from './message-budget';

const setUp = () => {
  let now = 0;
  const budget = new MessageBudget({ now: () => now });
  const take = (kind: 'message' | 'pointer', count: number) =>
    Array.from({ length: count }, () => budget.take(kind));
  return { take, pass: (ms: number) => (now += ms) };
};
const countOf = (verdicts: string[], wanted: string) =>
  verdicts.filter((verdict) => verdict === wanted).length;

describe('MessageBudget', () => {
  it('serves thirty messages in ten seconds and ends the stream at the next', () => {
    const { take, pass } = setUp();
    expect(countOf(take('message', 30), 'serve')).toBe(30);
    expect(take('message', 1)).toEqual(['close']);
    pass(10_000);
    expect(take('message', 1)).toEqual(['serve']);
  });

  it('serves ten pointers a second, drops what is above, and ends the stream at a flood', () => {
    const { take, pass } = setUp();
    for (let second = 0; second < 60; second += 1) {
      expect(countOf(take('pointer', 11), 'serve')).toBe(11);
      pass(1_000);
    }
    const verdicts = take('pointer', 1_001);
    expect([countOf(verdicts, 'serve'), countOf(verdicts, 'drop'), verdicts.at(-1)]).toEqual([
      120,
      880,
      'close',
    ]);
  });

  it('makes no room for other messages', () => {
    const { take } = setUp();
    take('pointer', 100);
    expect(take('message', 31).at(-1)).toBe('close');
    const other = setUp();
    other.take('message', 30);
    expect(countOf(other.take('pointer', 100), 'serve')).toBe(100);
  });
});
