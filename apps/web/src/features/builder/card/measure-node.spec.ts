import {
  createNode,
  flowTemplates,
  listOutlets,
  nodeKinds,
  type FlowNode,
  type NodeKind,
} from '@instaflow/flow-model';
import { noteSizes } from '../notes/note-look';
import { cardMetrics } from './card-metrics';
import { layoutCard } from './layout-card';
import { inputHandleId, measureNode } from './measure-node';

const kinds = Object.keys(nodeKinds) as NodeKind[];
const make = (fields: Record<string, unknown>): FlowNode => ({
  id: 'n',
  type: 'message',
  name: 'Message',
  connections: [],
  ...fields,
});
const sources = (node: FlowNode) => measureNode(node).handles.filter(({ type }) => type === 'source');

describe('measureNode', () => {
  it.each(kinds)('gives %s a card with a handle for every output that is not rare', (kind) => {
    const node = createNode({ kind, id: 'n' });
    const expected = listOutlets(node).filter(({ isException }) => !isException);
    expect(sources(node).map(({ id }) => id)).toEqual(expect.arrayContaining(expected.map(({ id }) => id)));
    expect(measureNode(node).width).toBe(kind === 'note' ? noteSizes.small.width : 280);
    expect(measureNode(node).height).toBeGreaterThan(cardMetrics.headerHeight);
  });

  it('measures a step that was only moved no second time, and one that was changed as well', () => {
    const node = make({ content: { text: 'Hi', buttons: [] } });
    const measured = measureNode(node);
    const moved = { ...node, position: { x: 16, y: 32 } };
    expect(measureNode(moved)).toBe(measured);
    const longer = { ...moved, content: { text: 'Hi '.repeat(80), buttons: [] } };
    expect(measureNode(longer).height).toBeGreaterThan(measured.height);
    expect(measureNode({ ...longer, content: node['content'] }).height).toBe(measured.height);
  });

  it('puts the handle of a quick reply in the middle of its row, on the right edge', () => {
    const node = make({
      content: { text: 'Hi', buttons: [{ type: 'quick_reply', text: 'Yes', payload: 'YES' }] },
    });
    const row = layoutCard(node).blocks.find((block) => block.kind === 'button');
    const handle = sources(node)[0];
    expect(handle).toMatchObject({ id: 'button_payload:YES', width: 24, height: 24 });
    expect((handle?.y ?? 0) + 12).toBe((row?.top ?? 0) + (row?.height ?? 0) / 2);
    expect((handle?.x ?? 0) + 24).toBe(280 + cardMetrics.handleOverhang);
  });

  it('gives no input to the start and no handle at all to a note', () => {
    const start = measureNode(createNode({ kind: 'start', id: 's' }));
    expect(start.handles.some(({ id }) => id === inputHandleId)).toBe(false);
    expect(measureNode(createNode({ kind: 'note', id: 'n' })).handles).toEqual([]);
  });

  it('gives a website button a row without a handle', () => {
    const node = make({
      content: { text: 'Hi', buttons: [{ type: 'web_url', text: 'Shop', url: 'https://x.y' }] },
    });
    expect(layoutCard(node).blocks.map(({ kind }) => kind)).toContain('button');
    expect(sources(node).map(({ id }) => id)).toEqual(['next']);
  });

  it('makes room for a rare output only once it leads somewhere', () => {
    const plain = make({ content: { text: 'Hi' } });
    const failing = make({
      content: { text: 'Hi' },
      connections: [{ targetNodeId: 'x', condition: { type: 'error' } }],
    });
    expect(sources(plain).map(({ id }) => id)).not.toContain('error');
    expect(sources(failing).map(({ id }) => id)).toContain('error');
    expect(measureNode(failing).height).toBeGreaterThan(measureNode(plain).height);
  });

  it('grows with the text up to four lines and not further', () => {
    const height = (text: string) => measureNode(make({ content: { text } })).height;
    expect(height('word '.repeat(20))).toBeGreaterThan(height('word'));
    expect(height('word '.repeat(500))).toBe(height('word '.repeat(100)));
  });

  it('keeps blocks apart and inside the card, for every node of the example flows', () => {
    for (const template of flowTemplates) {
      for (const node of template.create().nodes) {
        const { blocks, height } = layoutCard(node);
        let bottom = cardMetrics.headerHeight;
        for (const block of blocks) {
          expect(block.top).toBeGreaterThan(bottom);
          bottom = block.top + block.height;
        }
        expect(bottom).toBeLessThan(height);
      }
    }
  });

  it('measures a node of an unknown kind by its connections', () => {
    const node = make({ type: 'hologram', connections: [{ targetNodeId: 'x', condition: null }] });
    expect(sources(node).map(({ id }) => id)).toEqual(['next']);
  });

  it('answers the same object for the same node', () => {
    const node = make({ content: { text: 'Hi' } });
    expect(measureNode(node)).toBe(measureNode(node));
  });
});
