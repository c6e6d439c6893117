import { createThrottle } from './create-throttle';
import { createTime } from './spec-support/create-time';

const setUp = () => {
  const time = createTime();
  const acted: number[] = [];
  const throttle = createThrottle({ ...time.ports, everyMs: 100, act: () => acted.push(time.ports.nowMs()) });
  return { throttle, acted, time };
};

describe('createThrottle', () => {
  it('acts at once after a pause, and then once in 100 ms however often it is asked', () => {
    const { throttle, acted, time } = setUp();
    for (let step = 0; step < 100; step += 1) {
      throttle.ask();
      time.pass(10);
    }
    expect(acted).toEqual([0, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1000]);
  });

  it('never leaves out the last thing it was asked for', () => {
    const { throttle, acted, time } = setUp();
    throttle.ask();
    time.pass(30);
    throttle.ask();
    time.pass(500);
    expect(acted).toEqual([0, 100]);
  });

  it('does nothing by itself, and nothing more once it was called off', () => {
    const { throttle, acted, time } = setUp();
    time.pass(500);
    expect(acted).toEqual([]);
    throttle.ask();
    throttle.ask();
    throttle.cancel();
    time.pass(500);
    expect(acted).toEqual([500]);
  });
});
