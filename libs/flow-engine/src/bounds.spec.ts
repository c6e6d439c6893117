import {
  flow,
  flowNodeSchema,
  getInput,
  message,
  on,
  onNext,
  parseFlowDefinition,
  setAttribute,
  start,
  tagContact,
  wait,
  type FlowDefinition,
} from '@instaflow/flow-model';
import { resultOfResponse } from './calls/result-of-response';
import { Conversation, hours } from './testing/conversation';

const many = 10_000;

/** What a document of this size would be if it could be saved: the engine does not rely on that. */
const chain = (kind: 'tag_contact' | 'wait', length = many): FlowDefinition => ({
  ...flow(start()),
  nodes: Array.from({ length }, (_, index) =>
    flowNodeSchema.parse({
      id: index === 0 ? 'node_1' : `n${index}`,
      type: index === 0 ? 'start' : kind,
      name: '',
      tagName: 't',
      action: 'add',
      durationSeconds: 1,
      connections: [{ targetNodeId: `n${index + 1}`, condition: null }],
    }),
  ),
});

describe('bounds', () => {
  it('refuse documents of 10,000 nodes or of depth 20,000 before anything walks them', () => {
    expect(parseFlowDefinition(chain('wait'))).toMatchObject({
      ok: false,
      problems: [{ code: 'too_many_nodes' }],
    });
    let deep: unknown = 'x';
    for (let depth = 0; depth < 20_000; depth += 1) deep = { deep };
    expect(parseFlowDefinition({ startNodeId: 'a', nodes: [deep] })).toMatchObject({
      ok: false,
      problems: [{ code: 'document_too_deep' }],
    });
  });

  it('end a turn after 100 nodes, of however many', () => {
    const chat = new Conversation({ flows: { main: chain('tag_contact') } });
    chat.says('hello');
    expect(chat.run).toMatchObject({ status: 'failed', reason: 'loop_detected', stepCount: 100 });
    expect(chat.last?.trace).toHaveLength(100);
  });

  it('end a run after 1,000 nodes, of however many', () => {
    const chat = new Conversation({ flows: { main: chain('wait', 2_000) } });
    chat.says('hello');
    for (let turns = 0; turns < 1_500 && chat.run?.status === 'waiting'; turns += 1) chat.passes(1_000);
    expect(chat.run).toMatchObject({ status: 'failed', reason: 'loop_detected', stepCount: 1_000 });
    // What a run remembers grows with its bound and not with its age.
    expect(JSON.stringify(chat.run).length).toBeLessThan(50_000);
  });

  it('end a run of two flows that call each other', () => {
    const other = (flowId: string) =>
      parseFlowDefinition({
        startNodeId: 's',
        nodes: [
          { id: 's', type: 'start', name: '', connections: [{ targetNodeId: 'g', condition: null }] },
          {
            id: 'g',
            type: 'go_to_flow',
            name: '',
            flowId,
            connections: [{ targetNodeId: 's', condition: null }],
          },
        ],
      });
    const [main, sub] = [other('sub'), other('main')];
    if (!main.ok || !sub.ok) throw new Error('unreadable');
    const chat = new Conversation({ flows: { main: main.definition, sub: sub.definition } });
    chat.says('hello');
    expect(['loop_detected', 'flow_depth_exceeded']).toContain(chat.run?.reason);
  });

  it.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])(
    'hold for nodes, attributes and words called %s',
    (name) => {
      const main = flow(
        start(),
        setAttribute(`flow.${name}`, 'x'),
        setAttribute(name, '{{ message.text }}'),
        wait('1h'),
        message(`[{{ contact.${name} }}]`, { id: name }),
        wait('1h', { id: 'w', to: [onNext(name)] }),
      );
      const chat = new Conversation({ flows: { main }, triggers: [{ id: name, keyword: name }] });
      chat.says(name);
      chat.passes(hours(1));
      chat.passes(hours(1));
      chat.passes(hours(1));
      const keys = chat.sent.map(({ key }) => key);
      expect(keys).toEqual([...new Set(keys)]);
      expect(keys.slice(-3)).toEqual([1, 2, 3].map((visit) => `${chat.run?.runId}/${name}/${visit}/0`));
      expect(chat.run).toMatchObject({ status: 'waiting', nodeId: 'w' });
      expect(Reflect.get({}, 'x')).toBeUndefined();
      expect(Object.keys(Object.prototype)).toEqual([]);
    },
  );

  it('hold for keyword patterns that backtrack elsewhere', () => {
    const keyword = '(a+)+$|(.*)*x|([a-z]+)*!';
    const chat = new Conversation({
      flows: { main: flow(start(), message('Hi')) },
      triggers: [{ id: 't1', match: 'regex', keyword }],
    });
    expect(chat.says(`${'a'.repeat(9_999)}#`)).toEqual([]);
  });

  it('hold for templates that explode, which end the run with a sentence', () => {
    const loops = '{% for a in (1..100000) %}{% for b in (1..100000) %}xxxxxxxxxx{% endfor %}{% endfor %}';
    const doubling = `{% assign x = "xxxxxxxx" %}${'{% assign x = x | append: x %}'.repeat(60)}{{ x }}`;
    for (const template of [loops, doubling, `${'{% if true %}'.repeat(900)}x`]) {
      const chat = new Conversation({ flows: { main: flow(start(), message(template)) } });
      expect(chat.says('hello')).toEqual(['owner: template_error']);
    }
    const attributes = { big: Array.from({ length: 1_000 }, () => 'x'.repeat(1_000)) };
    const chat = new Conversation({
      flows: { main: flow(start(), message('{{ contact.big }}'), tagContact('after')) },
      contact: { customAttributes: attributes },
    });
    expect(chat.says('hello')).toEqual(['owner: template_error']);
  });

  it('hold for what is kept of a person, which ends the run with a sentence', () => {
    const keep = (prefix: string) =>
      Array.from({ length: 60 }, (_, index) => setAttribute(`${prefix}${index}`, '{{ message.text }}'));
    for (const prefix of ['a', 'flow.a']) {
      const chat = new Conversation({
        flows: { main: flow(start(), ...keep(prefix), message('Kept')) },
        triggers: [{ id: 't1', match: 'starts_with' }],
      });
      expect(chat.says(`hello ${'x'.repeat(5_000)}`).at(-1)).toBe('owner: values_too_large');
      expect(JSON.stringify([chat.contact, chat.run?.context]).length).toBeLessThan(260_000);
    }
  });

  it('hold for a time-out no calendar has', () => {
    const asking = getInput('Name?', { timeoutSeconds: 1e300 });
    const choosing = message('Well?', { timeoutSeconds: 1e300, to: [on('timeout', 'node_1')] });
    for (const step of [asking, choosing]) {
      const chat = new Conversation({ flows: { main: flow(start(), step) } });
      chat.says('hello');
      expect(chat.run?.wakeAt).toBe(chat.now + hours(366 * 24));
    }
  });

  it('hold for answers of programs that are deep or long', () => {
    const ask = { key: 'k', save: [{ path: 'a', attribute: 'x' }] };
    const body = `{"a": ${'['.repeat(20_000)}${']'.repeat(20_000)}}`;
    expect(resultOfResponse(ask, { status: 200, body }).data).toEqual({
      status: 200,
      saved: [{ attribute: 'x', value: null }],
    });
    const long = resultOfResponse(ask, { status: 200, body: JSON.stringify({ a: 'x'.repeat(1_000_000) }) });
    expect(JSON.stringify(long).length).toBeLessThan(20_000);
    expect(resultOfResponse(ask, { status: 200, body: '{"__proto__": {"a": 1}}' }).data).toMatchObject({
      saved: [{ value: null }],
    });
  });
});
