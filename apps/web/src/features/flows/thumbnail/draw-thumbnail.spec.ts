import { flow, message, start } from '@instaflow/flow-model';
import { measureNode } from '../../builder/card/measure-node';
import { drawThumbnail } from './draw-thumbnail';

const placed = (at: Record<string, { x: number; y: number }>) => {
  const definition = flow(start(), message('Hi', { id: 'm' }), message('Bye', { id: 'n' }));
  const nodes = definition.nodes.map((node) => ({
    ...node,
    position: at[node.type === 'start' ? 'start' : node.id] ?? null,
  }));
  return { ...definition, nodes };
};

describe('the small map of a flow', () => {
  const places = { start: { x: 0, y: 0 }, m: { x: 400, y: 0 }, n: { x: 800, y: 200 } };

  it('draws every step as large as its card, and the ways between them', () => {
    const definition = placed(places);
    const drawn = drawThumbnail(definition);
    expect(drawn?.boxes.map(({ kind }) => kind)).toEqual(['start', 'step', 'step']);
    const measured = definition.nodes.map(measureNode).map(({ width, height }) => ({ width, height }));
    expect(drawn?.boxes).toMatchObject(measured);
    expect(drawn?.lines).toHaveLength(2);
    expect(drawn?.lines[0]?.path).toMatch(/^M\d+ \d+ C/);
  });

  it('is just as large as what is drawn', () => {
    const { box, boxes } = drawThumbnail(placed(places)) ?? { box: null, boxes: [] };
    const last = boxes.at(-1);
    expect(box).toMatchObject({ x: -60, y: -60, width: 800 + (last?.width ?? 0) + 120 });
  });

  it('leaves out what has no place yet', () => {
    const drawn = drawThumbnail(placed({ start: { x: 0, y: 0 } }));
    expect([drawn?.boxes.length, drawn?.lines]).toEqual([1, []]);
    expect(drawThumbnail(placed({}))).toBeNull();
  });
});
