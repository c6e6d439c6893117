import { dotGap, minDotScale, placeDots } from './place-dots';

const zooms = [0.04, 0.1, 0.35, 0.65, 0.75, 1, 1.49, 1.5, 2];

it('keeps the scale of the dots between its least and twice that, whatever the zoom', () => {
  for (const zoom of zooms) {
    const { scale } = placeDots({ x: 0, y: 0, zoom });
    expect(scale).toBeGreaterThanOrEqual(minDotScale);
    expect(scale).toBeLessThan(2 * minDotScale);
  }
});

it('begins outside of the canvas by at most one gap, wherever the viewport is', () => {
  for (const zoom of zooms) {
    for (const at of [-1234.5, -24, 0, 23.9, 480, 9_999]) {
      const { x, y, scale } = placeDots({ x: at, y: -at, zoom });
      for (const edge of [x, y]) {
        expect(edge).toBeLessThanOrEqual(0);
        expect(edge).toBeGreaterThanOrEqual(-dotGap * scale);
      }
    }
  }
});

it('moves the dots with the steps', () => {
  const before = placeDots({ x: 100, y: 40, zoom: 1 });
  const after = placeDots({ x: 105, y: 43, zoom: 1 });
  expect([after.x - before.x, after.y - before.y]).toEqual([5, 3]);
});
