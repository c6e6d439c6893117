import { flow, flowTemplates, message, start } from '@instaflow/flow-model';
import { readFlowText } from './read-flow-text';

const definition = flow(start(), message('Hi', { id: 'hi', end: true }));

describe('readFlowText', () => {
  it('reads an exported file', () => {
    const file = { format: 'instaflow.flows', version: 1, flows: [{ id: 'a', name: 'A', definition }] };
    const read = readFlowText(JSON.stringify(file), 'x');
    expect(read.ok && read.bundle.flows.map(({ id, name }) => [id, name])).toEqual([['a', 'A']]);
  });

  it('reads a flow as the API shows it, and a bare document under the name of its file', () => {
    const shown = readFlowText(JSON.stringify({ name: 'Shown', flowDefinition: definition }), 'x');
    const bare = readFlowText(JSON.stringify(flowTemplates[0]?.create()), 'my file');
    expect(shown.ok && shown.bundle.flows[0]?.name).toBe('Shown');
    expect(bare.ok && bare.bundle.flows[0]?.name).toBe('my file');
  });

  it('says in which line a text stops being JSON', () => {
    expect(readFlowText('{\n  "format": 1\n  "version": 1\n}', 'x')).toEqual({
      ok: false,
      problems: [{ kind: 'notJson', line: 3 }],
    });
  });

  it('tells an empty text from a wrong one', () => {
    expect(readFlowText('  \n', 'x')).toEqual({ ok: false, problems: [{ kind: 'empty' }] });
  });

  it('answers files that are something else with what is wrong in them', () => {
    const wrong = readFlowText(JSON.stringify({ format: 'instaflow.flows', version: 2, flows: [] }), 'x');
    const list = readFlowText('[1, 2]', 'x');
    expect(wrong.ok || wrong.problems.map(({ kind }) => kind)).toContain('problem');
    expect(list.ok || list.problems.map(({ kind }) => kind)).toContain('problem');
  });
});
