import { FakeClock } from '@instaflow/testing';
import { createLogger } from '@instaflow/platform';
import { createWake } from './wake';

const failing = () => {
  const clock = new FakeClock();
  const log = createLogger({ level: 'silent' });
  const warn = jest.spyOn(log, 'warn');
  const add = jest.fn(() => Promise.reject(new Error('the queue is away')));
  const queue = { add, getJobCounts: () => Promise.resolve({}), close: () => Promise.resolve() };
  return { clock, warn, add, wake: createWake({ queueOf: () => queue, clock, log }) };
};

describe('createWake', () => {
  it('answers false and says once for all under way that the queue takes nothing', async () => {
    const { warn, wake } = failing();
    const answers = await Promise.all(Array.from({ length: 5 }, () => wake('delivery.wake', {})));
    expect(answers).toEqual([false, false, false, false, false]);
    expect(warn).toHaveBeenCalledTimes(1);
  });

  it('does not try for a second after a failure, then tries and says it again', async () => {
    const { clock, warn, add, wake } = failing();
    await wake('delivery.wake', {});
    await wake('delivery.wake', {});
    expect(add).toHaveBeenCalledTimes(1);
    clock.advance(1_000);
    await wake('delivery.wake', {});
    expect(add).toHaveBeenCalledTimes(2);
    expect(warn).toHaveBeenCalledTimes(2);
  });
});
