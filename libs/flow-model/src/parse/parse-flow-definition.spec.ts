import * as fc from 'fast-check';
import { createFlowFromTemplate } from '../templates/flow-templates';
import { parseFlowDefinition } from './parse-flow-definition';

/** The document of version 0, as in the design document: no version, no positions. */
const versionZero = {
  startNodeId: 'node_1',
  nodes: [
    {
      id: 'node_1',
      type: 'start',
      name: 'Start Flow',
      connections: [{ targetNodeId: 'node_2', condition: null }],
    },
    {
      id: 'node_2',
      type: 'message',
      name: 'Welcome Message',
      content: {
        text: 'Hello {{contact.firstName}}!',
        mediaUrl: null,
        buttons: [{ type: 'quick_reply', text: 'Browse Products', payload: 'BROWSE_PRODUCTS' }],
      },
      connections: [
        { targetNodeId: 'node_3', condition: { type: 'button_payload', value: 'BROWSE_PRODUCTS' } },
      ],
    },
    { id: 'node_3', type: 'tag_contact', name: 'Tag', tagName: 'browsed', connections: [] },
  ],
};

function codesOf(value: unknown) {
  const parsed = parseFlowDefinition(value);
  return parsed.ok ? [] : parsed.problems.map(({ code }) => code);
}

describe('parseFlowDefinition', () => {
  it('migrates a document of version 0 and keeps all of it', () => {
    expect(parseFlowDefinition(versionZero)).toEqual({
      ok: true,
      definition: { ...versionZero, schemaVersion: 1 },
    });
  });

  it('finds the start of a document that does not name it', () => {
    const { nodes } = versionZero;
    expect(parseFlowDefinition({ nodes })).toMatchObject({ ok: true, definition: { startNodeId: 'node_1' } });
    expect(parseFlowDefinition({})).toEqual({
      ok: true,
      definition: { schemaVersion: 1, startNodeId: '', nodes: [] },
    });
  });

  it('gives back what it has parsed before', () => {
    const welcome = createFlowFromTemplate('welcome');
    expect(parseFlowDefinition(JSON.parse(JSON.stringify(welcome)))).toEqual({
      ok: true,
      definition: welcome,
    });
  });

  it('keeps unknown types and unknown fields untouched', () => {
    const document = {
      schemaVersion: 1,
      startNodeId: 's',
      theme: { dark: true },
      nodes: [
        { id: 's', type: 'start', name: '', connections: [], color: 'red' },
        { id: 'x', type: 'hologram', name: 'X', connections: [], beams: [{ deep: { er: [1, null] } }] },
        {
          id: 'm',
          type: 'message',
          name: '',
          connections: [],
          content: { text: 'a', effects: ['glow'], buttons: [] },
        },
      ],
    };
    expect(parseFlowDefinition(document)).toEqual({ ok: true, definition: document });
  });

  it('lets half-done nodes be saved', () => {
    const nodes = ['message', 'wait', 'get_input', 'condition', 'go_to_flow', 'randomizer'].map((type) => ({
      id: type,
      type,
    }));
    expect(codesOf({ nodes })).toEqual([]);
  });

  it('names the node and field that are wrong', () => {
    const nodes = [{ id: 'w', type: 'wait', durationSeconds: 'one hour' }, { type: 'start' }, 7];
    const parsed = parseFlowDefinition({ nodes });
    expect(parsed).toMatchObject({
      ok: false,
      problems: [
        { nodeId: 'w', path: 'durationSeconds', code: 'invalid_field', severity: 'error' },
        { nodeId: null, path: 'nodes.1.id' },
        { nodeId: null, path: 'nodes.2' },
      ],
    });
  });

  it('refuses what is no flow, is newer, or reaches for the prototype', () => {
    expect([null, [], 'flow', 5, undefined].map(codesOf)).toEqual(Array(5).fill(['not_an_object']));
    expect(codesOf({ schemaVersion: 99, nodes: [] })).toEqual(['newer_schema']);
    expect(codesOf({ schemaVersion: 'one', startNodeId: '', nodes: [] })).toEqual(['invalid_field']);
    expect(codesOf(JSON.parse('{"nodes":[{"id":"a","type":"start","__proto__":{"x":1}}]}'))).toEqual([
      'forbidden_key',
    ]);
    expect(codesOf({ nodes: [{ id: 'a', type: 'start', constructor: 1 }] })).toEqual(['forbidden_key']);
    expect(codesOf({ nodes: {} })).toEqual(['invalid_field']);
    expect(codesOf({ nodes: [{ id: 'a', type: 'start', at: Number.NaN }] })).toEqual(['not_json']);
  });

  it('refuses 10,000 nodes, 20 MB and depth 20,000 without harm', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => ({ id: `n${index}`, type: 'start' }));
    expect(codesOf({ nodes: many })).toEqual(['too_many_nodes']);
    expect(codesOf({ nodes: [{ id: 'a', type: 'note', text: 'x'.repeat(20_000_000) }] })).toEqual([
      'document_too_large',
    ]);
    let deep: unknown = 1;
    for (let level = 0; level < 20_000; level += 1) deep = { deep };
    expect(codesOf({ nodes: [{ id: 'a', type: 'note', deep }] })).toEqual(['document_too_deep']);
  });

  it('takes NUL and lone surrogates out of texts and keys', () => {
    const nodes = [{ id: 'a', type: 'note', text: 'a\u0000b\ud800c👍', ['k\u0000']: 1 }];
    expect(parseFlowDefinition({ nodes })).toMatchObject({
      definition: { nodes: [{ text: 'abc👍', k: 1 }] },
    });
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.anything(), (value) => typeof parseFlowDefinition(value).ok === 'boolean'));
    fc.assert(
      fc.property(fc.array(fc.anything()), (nodes) => typeof parseFlowDefinition({ nodes }).ok === 'boolean'),
    );
  });
});
