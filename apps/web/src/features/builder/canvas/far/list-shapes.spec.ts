import type { FlowDefinition } from '@instaflow/flow-model';
import { createGroupFolder } from '../../groups/fold-groups';
import { deriveSpecimen, specimen } from '../spec-support/derive-specimen';
import { listShapes } from './draw-picture';

const derive = (document: FlowDefinition) =>
  createGroupFolder()(deriveSpecimen(document), {
    groups: document.groups ?? [],
    peekedGroupIds: new Set(),
    describe: () => '',
  });

describe('what a picture of a flow is made of', () => {
  it('is a box per step, by tone, and a curve per connection, from outlet to input', () => {
    const { boxes, curves, content } = listShapes(derive(specimen), { hasEdges: true });
    expect([...boxes.keys()]).toEqual(['start', 'send', 'logic']);
    expect(boxes.get('send')).toEqual([expect.objectContaining({ x: 480, y: 0, width: 280 })]);
    expect(curves).toHaveLength(2);
    const [first] = curves;
    expect(first?.from.x).toBeGreaterThanOrEqual(280);
    expect(first?.to.x).toBeLessThanOrEqual(480);
    expect(content?.x).toBeLessThan(0);
    expect((content?.x ?? 0) + (content?.width ?? 0)).toBeGreaterThan(960 + 280);
  });

  it('leaves out connections that draw themselves and folded steps, and tells steps that are off', () => {
    expect(listShapes(derive(specimen), { hasEdges: false }).curves).toEqual([]);
    const off = {
      ...specimen,
      nodes: specimen.nodes.map((node) => (node.id === 'm' ? { ...node, isDisabled: true } : node)),
    };
    expect([...listShapes(derive(off), { hasEdges: true }).boxes.keys()]).toEqual(['start', 'off', 'logic']);
    const groups = [{ id: 'g', name: 'Both', nodeIds: ['m', 'w'], isCollapsed: true }];
    const folded = listShapes(derive({ ...specimen, groups }), { hasEdges: true });
    expect([...folded.boxes.keys()]).toEqual(['start']);
    // Into the folded group's card.
    expect(folded.curves).toHaveLength(1);
  });

  it('is nothing for an empty canvas', () => {
    expect(listShapes({ nodes: [], cards: [], edges: [] }, { hasEdges: true }).content).toBeNull();
  });
});
