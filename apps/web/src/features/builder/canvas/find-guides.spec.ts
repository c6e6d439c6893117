import { findGuides } from './find-guides';

const box = (x: number, y: number, height = 100) => ({ x, y, width: 280, height });

describe('the lines a dragged step snaps to', () => {
  it('are the sides and middles of the steps around it', () => {
    const { position, guides } = findGuides(box(5, 300), [box(0, 0)]);
    expect(position).toEqual({ x: 0, y: 300 });
    expect(guides).toEqual([{ axis: 'x', at: 0, from: 0, to: 400 }]);
  });

  it('line up middles of steps of different height', () => {
    const { position, guides } = findGuides(box(400, 46), [box(0, 0, 200)]);
    expect(position).toEqual({ x: 400, y: 50 });
    expect(guides).toMatchObject([{ axis: 'y', at: 100 }]);
  });

  it('are the nearest of several, on both axes at once', () => {
    const { position, guides } = findGuides(box(6, 203), [box(0, 0), box(4, 600), box(500, 200)]);
    expect(position).toEqual({ x: 4, y: 200 });
    expect(guides).toHaveLength(2);
  });

  it('are none when nothing is near', () => {
    expect(findGuides(box(40, 40), [box(0, 0), box(45, 5_000)])).toEqual({
      position: { x: 40, y: 40 },
      guides: [],
    });
  });
});
