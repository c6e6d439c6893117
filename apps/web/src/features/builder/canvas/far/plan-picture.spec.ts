import { intersect, isPictureGood, planPicture, type Sight } from './plan-picture';

const content = { x: 0, y: 0, width: 10_000, height: 10_000 };
const sight = (x: number, zoom = 0.1): Sight => ({
  view: { x, y: 2_000, width: 1_000 / zoom / 10, height: 800 / zoom / 10 },
  zoom,
  content,
});

describe('the picture of a flow seen from afar', () => {
  it('reaches a quarter of the view beyond it, and never beyond the flow', () => {
    expect(planPicture(sight(2_000))).toEqual({
      area: { x: 1_750, y: 1_800, width: 1_500, height: 1_200 },
      zoom: 0.1,
    });
    expect(planPicture(sight(0))?.area.x).toBe(0);
    expect(planPicture({ ...sight(0), content: null })).toBeNull();
    expect(planPicture(sight(20_000))).toBeNull();
  });

  it('does while the view moves within it, and no longer once something of the flow is missing', () => {
    const picture = planPicture(sight(2_000));
    expect(isPictureGood(picture, sight(2_250))).toBe('yes');
    expect(isPictureGood(picture, sight(2_260))).toBe('no');
    expect(isPictureGood(null, sight(2_000))).toBe('no');
    // Beyond the flow nothing can be missing.
    expect(isPictureGood(null, sight(20_000))).toBe('yes');
    const atTheEdge = planPicture(sight(0));
    expect(isPictureGood(atTheEdge, sight(-900))).toBe('yes');
  });

  it('is stretched for a while, up to twice its size', () => {
    const picture = planPicture(sight(2_000));
    const nearer = (zoom: number): Sight => ({ ...sight(2_000), zoom });
    expect(isPictureGood(picture, nearer(0.15))).toBe('later');
    expect(isPictureGood(picture, nearer(0.21))).toBe('no');
    expect(isPictureGood(picture, nearer(0.04))).toBe('no');
  });

  it('shares nothing with an area that only touches it', () => {
    expect(intersect(content, { x: 10_000, y: 0, width: 5, height: 5 })).toBeNull();
    expect(intersect(content, { x: 9_990, y: -5, width: 50, height: 50 })).toEqual({
      x: 9_990,
      y: 0,
      width: 10,
      height: 45,
    });
  });
});
