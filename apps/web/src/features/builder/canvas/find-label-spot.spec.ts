import { flow, message, start } from '@instaflow/flow-model';
import { pointOnCurve } from './curve';
import { findLabelSpot, listCardBoxes } from './find-label-spot';

const curve = { from: { x: 0, y: 0 }, to: { x: 400, y: 300 } };
const card = (x: number, y: number) => ({ x, y, width: 280, height: 120 });

describe('the place of a label on a connection', () => {
  it('is the middle when nothing is in the way', () => {
    expect(findLabelSpot({ curve, width: 100, boxes: [card(-300, 0), card(400, 300)] })).toBe(0.5);
  });

  it('moves along the curve to where no card covers it', () => {
    const middle = pointOnCurve(curve, 0.5);
    const boxes = [{ x: middle.x - 60, y: middle.y - 20, width: 120, height: 30 }];
    const spot = findLabelSpot({ curve, width: 60, boxes });
    expect(spot).not.toBe(0.5);
    const { y } = pointOnCurve(curve, spot ?? 0.5);
    expect(Math.abs(y - (middle.y - 5))).toBeGreaterThan(15);
  });

  it('is nowhere when the whole curve runs behind a card', () => {
    expect(
      findLabelSpot({ curve, width: 60, boxes: [{ x: -50, y: -50, width: 500, height: 400 }] }),
    ).toBeNull();
  });

  it('knows the cards of the document, also those without a place of their own', () => {
    const definition = flow(start({ id: 's' }), message('Hi', { id: 'm' }));
    const places = { s: { x: 0, y: 0 }, m: { x: 480, y: 16 } };
    const boxes = listCardBoxes(definition, places);
    expect(boxes.map(({ x, y, width }) => [x, y, width])).toEqual([
      [0, 0, 280],
      [480, 16, 280],
    ]);
    expect(listCardBoxes(definition, places)).toBe(boxes);
    expect(listCardBoxes(definition, { ...places, m: { x: 500, y: 16 } })[1]?.x).toBe(500);
  });
});
