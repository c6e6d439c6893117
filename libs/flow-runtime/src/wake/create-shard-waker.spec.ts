import { createShardWaker } from './create-shard-waker';

describe('createShardWaker', () => {
  const setUp = () => {
    const calls: { shard: number; delayMs: number }[] = [];
    const jobs = {
      wake: (_name: string, payload: object, { delayMs = 0 } = {}) => {
        calls.push({ shard: 'shard' in payload ? Number(payload.shard) : -1, delayMs });
        return Promise.resolve(true);
      },
    };
    return { calls, waker: createShardWaker({ jobs, clock: { now: () => 1_000_000 } }) };
  };

  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('wakes at once, then gathers what follows into one wake-up', () => {
    const { calls, waker } = setUp();
    for (let count = 0; count < 50; count += 1) waker.wake(3, 1_000_000);
    waker.wake(4, 999_000);
    expect(calls).toEqual([
      { shard: 3, delayMs: 0 },
      { shard: 4, delayMs: 0 },
    ]);
    jest.advanceTimersByTime(10);
    expect(calls).toHaveLength(3);
    jest.advanceTimersByTime(1_000);
    expect(calls).toHaveLength(3);
    waker.close();
  });

  it('wakes a shard that is asked for all the time every 80 ms', () => {
    const { calls, waker } = setUp();
    for (let ms = 0; ms < 1_000; ms += 1) {
      waker.wake(5, 1_000_000);
      jest.advanceTimersByTime(1);
    }
    expect(calls.length).toBeGreaterThan(12);
    expect(calls.length).toBeLessThan(18);
    waker.close();
  });

  it('asks once per tenth of a second for later, and leaves the far future to the sweeper', () => {
    const { calls, waker } = setUp();
    waker.wake(1, 1_004_010);
    waker.wake(1, 1_004_090);
    waker.wake(1, 1_004_110);
    waker.wake(1, 1_061_000);
    expect(calls).toEqual([
      { shard: 1, delayMs: 4_010 },
      { shard: 1, delayMs: 4_110 },
    ]);
    waker.close();
  });
});
