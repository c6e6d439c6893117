import { flow, message, start, wait, type FlowDefinition } from '@instaflow/flow-model';
import { createGroupFolder } from '../../groups/fold-groups';
import { createCanvasDeriver } from '../derive-canvas';
import { listShapes } from './draw-picture';

const definition = flow(start({ id: 's' }), message('Hi', { id: 'm' }), wait('1h', { id: 'w', end: true }));

const derive = (document: FlowDefinition) =>
  createGroupFolder()(
    createCanvasDeriver()({
      definition: document,
      automaticPositions: { s: { x: 0, y: 0 }, m: { x: 480, y: 0 }, w: { x: 960, y: 0 } },
      dragPositions: {},
      selectedNodeIds: new Set(),
      selectedEdgeId: null,
      activeNodeId: null,
      problems: [],
      describe: () => '',
    }),
    { groups: document.groups ?? [], peekedGroupIds: new Set(), describe: () => '' },
  );

describe('what a picture of a flow is made of', () => {
  it('is a box per step, by tone, and a curve per connection, from outlet to input', () => {
    const { boxes, curves, content } = listShapes(derive(definition), { hasEdges: true });
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
    expect(listShapes(derive(definition), { hasEdges: false }).curves).toEqual([]);
    const off = {
      ...definition,
      nodes: definition.nodes.map((node) => (node.id === 'm' ? { ...node, isDisabled: true } : node)),
    };
    expect([...listShapes(derive(off), { hasEdges: true }).boxes.keys()]).toEqual(['start', 'off', 'logic']);
    const groups = [{ id: 'g', name: 'Both', nodeIds: ['m', 'w'], isCollapsed: true }];
    const folded = listShapes(derive({ ...definition, groups }), { hasEdges: true });
    expect([...folded.boxes.keys()]).toEqual(['start']);
    // Into the folded group's card.
    expect(folded.curves).toHaveLength(1);
  });

  it('is nothing for an empty canvas', () => {
    expect(listShapes({ nodes: [], cards: [], edges: [] }, { hasEdges: true }).content).toBeNull();
  });
});
