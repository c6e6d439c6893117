import { FakeClock } from '@instaflow/testing';
import { RecentWait } from './recent-wait';

describe('RecentWait', () => {
  it('follows what is observed, slowly', () => {
    const wait = new RecentWait(new FakeClock());
    expect(wait.ms).toBe(0);
    wait.observe(100);
    expect(wait.ms).toBe(10);
    for (let index = 0; index < 100; index += 1) wait.observe(40);
    expect(wait.ms).toBeCloseTo(40, 1);
  });

  it('is nothing once no webhook came for a while', () => {
    const clock = new FakeClock();
    const wait = new RecentWait(clock);
    wait.observe(1_000);
    clock.advance(200);
    expect(wait.ms).toBe(100);
    clock.advance(1);
    expect(wait.ms).toBe(0);
  });
});
