import { revealBox } from './reveal-box';

const size = { width: 1000, height: 600 };
const box = { x: 0, y: 0, width: 280, height: 120 };

describe('bringing a card into view', () => {
  it('moves nothing when the card is in view', () => {
    expect(revealBox({ box, view: { x: 100, y: 100, zoom: 1 }, size })).toBeNull();
  });

  it('moves no further than to where the card and its outlets can be seen', () => {
    const view = { x: 900, y: 100, zoom: 1 };
    expect(revealBox({ box, view, size })).toEqual({ x: 1000 - 56 - 280, y: 100, zoom: 1 });
  });

  it('keeps the zoom a person chose when cards can be read at it', () => {
    expect(revealBox({ box, view: { x: 0, y: -500, zoom: 1.5 }, size })).toEqual({ x: 24, y: 24, zoom: 1.5 });
  });

  it('zooms in on the card when nothing can be read', () => {
    const found = revealBox({ box, view: { x: 10, y: 10, zoom: 0.2 }, size });
    expect(found).toEqual({ x: 500 - 140 * 0.6, y: 300 - 60 * 0.6, zoom: 0.6 });
  });

  it('shows the upper left of a card larger than the view', () => {
    const tall = { ...box, height: 900 };
    expect(revealBox({ box: tall, view: { x: 40, y: -300, zoom: 1 }, size })).toEqual({
      x: 40,
      y: 24,
      zoom: 1,
    });
    expect(revealBox({ box: tall, view: { x: 40, y: 24, zoom: 1 }, size })).toBeNull();
  });
});
