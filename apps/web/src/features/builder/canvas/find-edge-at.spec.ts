import { findEdgeAt } from './find-edge-at';
import { findNeighbour } from './find-neighbour';
import { placeAfter } from './place-node';
import { deriveSpecimen, specimen } from './spec-support/derive-specimen';

const canvas = deriveSpecimen();

describe('the geometry of the canvas', () => {
  it('finds the edge under a point and none where there is none', () => {
    const at = (x: number, y: number) => findEdgeAt({ ...canvas, point: { x, y }, tolerance: 30 });
    expect(at(380, 50)).toBe('s|next');
    expect(at(860, 70)).toBe('m|next');
    expect(at(380, 400)).toBeNull();
  });

  it('does not count the edges of the step being dragged', () => {
    const found = findEdgeAt({ ...canvas, point: { x: 380, y: 50 }, tolerance: 30, ignoreNodeId: 'm' });
    expect(found).toBeNull();
  });

  it('walks along the connections and stays where nothing follows', () => {
    expect(findNeighbour(specimen, 's', 'right')).toBe('m');
    expect(findNeighbour(specimen, 'w', 'left')).toBe('m');
    expect(findNeighbour(specimen, 'w', 'right')).toBeNull();
    expect(findNeighbour(specimen, 'nobody', 'up')).toBeNull();
  });

  it('finds a free place after a step, below what is there already', () => {
    const automaticPositions = { s: { x: 0, y: 0 }, m: { x: 384, y: 0 }, w: { x: 960, y: 0 } };
    const { x, y } = placeAfter({ definition: specimen, automaticPositions, nodeId: 's', height: 100 });
    expect(x).toBeGreaterThanOrEqual(280);
    expect(y).toBeGreaterThan(100);
  });
});
