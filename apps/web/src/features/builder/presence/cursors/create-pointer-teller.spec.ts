import type { Position } from '../../canvas/position';
import { createPointerTeller } from './create-pointer-teller';
import { createTime } from './spec-support/create-time';

const setUp = () => {
  const time = createTime();
  const said: (Position | null)[] = [];
  let shift = 0;
  const teller = createPointerTeller({
    ...time.ports,
    toFlow: ({ x, y }) => ({ x: x / 3 + shift, y: y / 3 }),
    say: (position) => said.push(position),
  });
  const pan = (by: number) => {
    shift += by;
    teller.moveCanvas();
  };
  return { teller, said, time, pan };
};

describe('createPointerTeller', () => {
  it('says where on the flow the pointer is by then, in tenths of a unit, ten times a second', () => {
    const { teller, said, time } = setUp();
    for (let x = 0; x < 300; x += 10) {
      teller.moveTo({ x, y: 10 });
      time.pass(10);
    }
    expect(said).toEqual([
      { x: 0, y: 3.3 },
      { x: 30, y: 3.3 },
      { x: 63.3, y: 3.3 },
      { x: 96.7, y: 3.3 },
    ]);
  });

  it('says once that the pointer has left, and nothing of one that was never there', () => {
    const { teller, said, time } = setUp();
    teller.moveTo(null);
    teller.moveTo({ x: 3, y: 3 });
    teller.moveTo(null);
    teller.moveTo(null);
    time.pass(1_000);
    expect(said).toEqual([{ x: 1, y: 1 }, null]);
  });

  it('says where it is when the canvas moves below it, and nothing when nothing has changed', () => {
    const { teller, said, time, pan } = setUp();
    pan(5);
    time.pass(100);
    teller.moveTo({ x: 3, y: 3 });
    time.pass(100);
    pan(5);
    pan(0);
    time.pass(100);
    teller.moveTo({ x: 3, y: 3 });
    time.pass(100);
    expect(said).toEqual([
      { x: 6, y: 1 },
      { x: 11, y: 1 },
    ]);
  });

  it('is nowhere when it points further out than the server takes', () => {
    const { teller, said, time } = setUp();
    teller.moveTo({ x: 3, y: 3 });
    time.pass(100);
    teller.moveTo({ x: 4e6, y: 3 });
    time.pass(100);
    teller.moveTo({ x: Number.NaN, y: 3 });
    time.pass(100);
    expect(said).toEqual([{ x: 1, y: 1 }, null]);
  });

  it('takes the pointer away at the end when somebody is there to see it', () => {
    const heard = setUp();
    heard.teller.moveTo({ x: 3, y: 3 });
    heard.teller.moveTo({ x: 6, y: 3 });
    heard.teller.stop({ isHeard: true });
    const alone = setUp();
    alone.teller.moveTo({ x: 3, y: 3 });
    alone.teller.stop({ isHeard: false });
    for (const { time } of [heard, alone]) time.pass(1_000);
    expect(heard.said).toEqual([{ x: 1, y: 1 }, null]);
    expect(alone.said).toEqual([{ x: 1, y: 1 }]);
  });
});
