import {
  carousel,
  condition,
  flow,
  getInput,
  goToFlow,
  humanTakeover,
  message,
  note,
  on,
  onBranch,
  onButton,
  onInput,
  onKeyword,
  onNext,
  postback,
  quickReply,
  randomizer,
  setAttribute,
  start,
  tagContact,
  wait,
  webUrl,
  type FlowStep,
} from '../builders';
import type { FlowDefinition } from '../flow-definition';
import { createNode } from '../kinds/create-node';
import { parseFlowDefinition } from '../parse/parse-flow-definition';
import { flowTemplates } from '../templates/flow-templates';
import { isPublishable, validateFlow } from './validate-flow';
import type { ValidationContext } from './validation-context';

const bye = humanTakeover('bye', { id: 'bye' });

function errorsOf(definition: FlowDefinition, context?: ValidationContext): string[] {
  return validateFlow(definition, context)
    .filter(({ severity }) => severity === 'error')
    .map(({ code, nodeId }) => `${nodeId ?? '-'}: ${code}`);
}
function warningsOf(definition: FlowDefinition, context?: ValidationContext): string[] {
  return validateFlow(definition, context)
    .filter(({ severity }) => severity === 'warning')
    .map(({ code, nodeId }) => `${nodeId ?? '-'}: ${code}`);
}
/** The codes of the errors of one step in an otherwise sound flow. */
function errorsOfStep(step: FlowStep): string[] {
  return errorsOf(flow(start(), { ...step, id: 'it' }, bye)).map((error) => error.replace('it: ', ''));
}

describe('validateFlow', () => {
  it('finds no error in the templates', () => {
    for (const template of flowTemplates) {
      const definition = template.create();
      expect(errorsOf(definition)).toEqual([]);
      expect(isPublishable(validateFlow(definition))).toBe(true);
      expect(parseFlowDefinition(JSON.parse(JSON.stringify(definition)))).toEqual({ ok: true, definition });
    }
  });

  it('says what to do, at the node and the field', () => {
    const [problem] = validateFlow(flow(start(), message('', { id: 'm' }), bye));
    expect(problem).toEqual({
      severity: 'error',
      nodeId: 'm',
      path: 'content',
      code: 'message_empty',
      message: 'Write a text or choose a picture: this message is empty.',
    });
  });

  describe('errors of structure', () => {
    it('no start, several starts, a start that is not one', () => {
      expect(errorsOf(flow(message('Hi')))).toEqual(['-: no_start']);
      expect(errorsOf(flow(start({ to: [onNext('b')] }), start({ id: 'b' }), bye))).toEqual([
        'b: several_starts',
      ]);
      expect(errorsOf({ ...flow(start(), bye), startNodeId: 'bye' })).toEqual(['-: start_not_found']);
    });

    it('duplicate ids, edges to nowhere, unknown and unavailable types', () => {
      expect(errorsOf(flow(start(), message('a', { id: 'x' }), message('b', { id: 'x' })))).toContain(
        'x: duplicate_node_id',
      );
      expect(errorsOf(flow(start({ to: [onNext('gone')] }), bye))).toEqual(['node_1: edge_to_nowhere']);
      const unknown = parseFlowDefinition({
        startNodeId: 's',
        nodes: [
          { id: 's', type: 'start' },
          { id: 'x', type: 'hologram' },
        ],
      });
      expect(unknown.ok && errorsOf(unknown.definition)).toEqual(['x: unknown_node_type']);
      const ai = {
        ...flow(start(), bye),
        nodes: [...flow(start(), bye).nodes, createNode({ kind: 'ai_reply', id: 'ai' })],
      };
      expect(errorsOf(ai)).toEqual(['ai: node_not_available']);
    });

    it('a go_to_flow without a flow, or to one that is missing', () => {
      expect(errorsOf(flow(start(), goToFlow('')))).toEqual(['node_2: flow_missing']);
      expect(errorsOf(flow(start(), goToFlow('other')), { flowIds: new Set(['mine']) })).toEqual([
        'node_2: flow_missing',
      ]);
      expect(errorsOf(flow(start(), goToFlow('other')), { flowIds: new Set(['other']) })).toEqual([]);
    });
  });

  describe('loops', () => {
    const back = (...middle: FlowStep[]) => flow(start(), ...middle);

    it('are errors without a wait or an answer in them', () => {
      expect(errorsOf(back(message('a', { id: 'a' }), message('b', { id: 'b', to: [onNext('a')] })))).toEqual(
        ['a: loop_without_wait'],
      );
      expect(errorsOf(back(message('a', { id: 'a', to: [onNext('a')] })))).toEqual(['a: loop_without_wait']);
    });

    it('are fine through a wait, a question or a button', () => {
      expect(errorsOf(back(wait('1h', { id: 'a' }), message('b', { to: [onNext('a')] })))).toEqual([]);
      expect(
        errorsOf(back(getInput('?', { id: 'a', to: [onInput(true, 'a'), onInput(false, 'a')] }))),
      ).toEqual([]);
      expect(
        errorsOf(
          back(message('a', { id: 'a', buttons: [quickReply('Again', 'X')], to: [onButton('X', 'a')] })),
        ),
      ).toEqual([]);
    });

    it('are errors when only a failure leads round', () => {
      expect(errorsOf(back(message('a', { id: 'a', to: [on('error', 'a')] })))).toEqual([
        'a: loop_without_wait',
      ]);
    });
  });

  describe('limits of Instagram', () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => quickReply(`q${index}`));

    it.each<[string, FlowStep, string[]]>([
      ['1000 bytes', message('ä'.repeat(500)), []],
      ['1001 bytes', message(`${'ä'.repeat(500)}x`), ['text_too_long']],
      [
        'variables do not count',
        message(`${'x'.repeat(990)}{{contact.firstName | default: "somebody"}}`),
        [],
      ],
      ['13 quick replies', message('x', { buttons: many(13) }), []],
      ['14 quick replies', message('x', { buttons: many(14) }), ['too_many_quick_replies']],
      [
        '4 buttons',
        message('x', { buttons: [1, 2, 3, 4].map((n) => postback(`b${n}`)) }),
        ['too_many_buttons'],
      ],
      ['long title', message('x', { buttons: [quickReply('x'.repeat(21))] }), ['button_text_too_long']],
      ['no title', message('x', { buttons: [quickReply(' ')] }), ['button_without_text']],
      [
        'same payload',
        message('x', { buttons: [quickReply('a', 'P'), quickReply('b', 'P')] }),
        ['duplicate_payload'],
      ],
      [
        'both kinds of buttons',
        message('x', { buttons: [quickReply('a'), postback('b')] }),
        ['mixed_buttons'],
      ],
      ['no address', message('x', { buttons: [webUrl('a', '')] }), ['button_without_url']],
      ['a script', message('x', { buttons: [webUrl('a', 'javascript:alert(1)')] }), ['invalid_url']],
      ['a file', message(null, { mediaUrl: 'file:///etc/passwd' }), ['invalid_url']],
      ['a long text over buttons', message('x'.repeat(641), { buttons: [postback('a')] }), ['text_too_long']],
      [
        'buttons without text',
        message(null, { mediaUrl: 'https://x.test/a.png', buttons: [postback('a')] }),
        ['buttons_without_text'],
      ],
      ['no cards', carousel([]), ['carousel_empty']],
      [
        '11 cards',
        carousel(Array.from({ length: 11 }, () => ({ title: 'a', subtitle: 'b' }))),
        ['too_many_cards'],
      ],
      ['a bare card', carousel([{ title: 'a' }]), ['card_needs_more']],
    ])('%s', (_name, step, expected) => {
      expect(errorsOfStep(step)).toEqual(expected);
    });
  });

  it.each<[string, FlowStep, string[]]>([
    ['tag', tagContact(' '), ['tag_missing']],
    ['attribute', setAttribute('', 'x'), ['attribute_missing']],
    ['prototype', setAttribute('__proto__', 'x'), ['invalid_attribute']],
    ['rules', condition(null), ['condition_without_rules']],
    [
      'value of a rule',
      condition({ all: [{ field: 'contact.email', op: 'equals' }] }),
      ['rule_without_value'],
    ],
    [
      'weights',
      randomizer([
        { id: 'a', weight: 50 },
        { id: 'b', weight: 60 },
      ]),
      ['weights_not_100'],
    ],
    [
      'branches',
      randomizer([
        { id: 'a', weight: 50 },
        { id: 'a', weight: 50 },
      ]),
      ['duplicate_branch'],
    ],
    ['zero wait', wait('0s'), ['wait_not_positive']],
    ['negative wait', wait('-1h'), ['wait_not_positive']],
    ['endless wait', wait('400d'), ['wait_too_long']],
    ['empty until', wait({}), ['wait_without_time']],
    ['wrong date', wait({ date: 'soon' }), ['invalid_date']],
    ['wrong window', wait({ weekdays: [8], from: '9', to: '10:00' }), ['invalid_window', 'invalid_window']],
    ['endless time-out', getInput('?', { timeoutSeconds: 1e12 }), ['timeout_too_long']],
    ['question', getInput(''), ['prompt_missing']],
    ['retries', getInput('?', { retries: -1 }), ['invalid_retries']],
    ['choices', getInput('?', { inputType: 'choice' }), ['invalid_choices']],
    ['template', message('Hi {{ contact.firstName'), ['template_invalid']],
    ['filter', message('Hi {{ contact.firstName | nonsense }}'), ['template_invalid']],
    ['keyword', message('Hi', { to: [onKeyword(' ,', 'bye')] }), ['keyword_missing']],
    [
      'pattern',
      message('Hi', { to: [{ node: 'bye', when: { type: 'keyword', value: '(', match: 'regex' } }] }),
      ['invalid_pattern'],
    ],
  ])('finds a wrong or missing %s', (_name, step, expected) => {
    expect(errorsOfStep(step)).toEqual(expected);
  });

  describe('warnings', () => {
    it('unreachable nodes, but not notes', () => {
      expect(
        warningsOf(
          flow(start({ to: [onNext('bye')] }), message('x', { id: 'lost', end: true }), bye, note('why')),
        ),
      ).toEqual(['lost: unreachable']);
    });

    it('an empty flow, and no way to a person', () => {
      expect(warningsOf(flow(start()))).toEqual(['-: empty_flow']);
      expect(warningsOf(flow(start(), message('x')))).toEqual(['-: no_human']);
    });

    it('open buttons, branches without an end, edges of removed buttons, edges never taken', () => {
      const menu = message('x', {
        id: 'm',
        buttons: [quickReply('A', 'A'), quickReply('B', 'B')],
        to: [onButton('A', 'bye'), onButton('GONE', 'bye'), onButton('A', 'bye')],
      });
      expect(warningsOf(flow(start(), menu, bye)).toSorted()).toEqual([
        'm: open_button',
        'm: orphan_connection',
        'm: unused_connection',
      ]);
      const rules = { all: [{ field: 'contact.email', op: 'exists' as const }] };
      expect(
        warningsOf(flow(start(), condition(rules, { id: 'c', to: [onBranch('true', 'bye')] }), bye)),
      ).toEqual(['c: dead_end']);
    });

    it('variables that may be empty, and unknown ones', () => {
      const textWarnings = (text: string) => warningsOf(flow(start(), message(text, { id: 'm' }), bye));
      expect(textWarnings('Hi {{contact.firstName}}')).toEqual(['m: variable_may_be_empty']);
      expect(
        textWarnings('Hi {{contact.firstName | default: "you"}} {{contact.username}} {{message.text}}'),
      ).toEqual([]);
      expect(textWarnings('Hi {{firstName}}')).toEqual(['m: unknown_variable']);
      const asking = flow(
        start(),
        getInput('?', { saveToAttribute: 'email', to: [onInput(true, 'm'), onInput(false, 'bye')] }),
        message('{{contact.email}}', { id: 'm' }),
        bye,
      );
      expect(warningsOf(asking)).toEqual([]);
    });

    describe('messages outside 24 hours', () => {
      const late = (...steps: FlowStep[]) =>
        warningsOf(flow(start(), ...steps, bye)).filter((code) => code.endsWith('outside_window'));

      it('after waits that add up', () => {
        expect(late(wait('12h'), message('early'), wait('13h'), message('late', { id: 'late' }))).toEqual([
          'late: outside_window',
        ]);
        expect(late(wait('12h'), message('fine'), wait('11h'), message('fine'))).toEqual([]);
      });

      it('not after an answer, but after a time-out', () => {
        const asking = (to: FlowStep['to']) => getInput('?', { id: 'ask', timeoutSeconds: 4 * 3600, to });
        const end = message('x', { id: 'x' });
        expect(
          late(wait('20h'), asking([onInput(true, 'x'), onInput(false, 'x')]), wait('1h', { id: 'w' }), end),
        ).toEqual([]);
        expect(late(wait('20h'), asking([onInput(true, 'bye'), on('timeout', 'x')]), end)).toEqual([
          'x: outside_window',
        ]);
      });

      it('round a loop of small waits, and until a date', () => {
        expect(late(wait('1h', { id: 'w' }), message('again', { id: 'm', to: [onNext('w')] }))).toEqual([
          'm: outside_window',
        ]);
        expect(late(wait({ date: '2026-12-31' }), message('x', { id: 'm' }))).toEqual(['m: outside_window']);
        expect(
          late(
            wait({ weekdays: [1, 2, 3, 4, 5, 6, 7], from: '09:00', to: '10:00' }),
            message('x', { id: 'm' }),
          ),
        ).toEqual([]);
      });

      it('not where a connection takes care of it', () => {
        expect(
          late(wait('25h'), message('x', { id: 'm', to: [on('outside_window', 'bye'), onNext('bye')] })),
        ).toEqual([]);
      });

      it('through other flows and back', () => {
        const sub = flow(start(), wait('23h'), message('sub'));
        const context: ValidationContext = { flowId: 'main', findFlow: (id) => (id === 'sub' ? sub : null) };
        const main = flow(
          start(),
          wait('2h'),
          goToFlow('sub', { to: [onNext('m')] }),
          message('late', { id: 'm' }),
          bye,
        );
        expect(warningsOf(main, context)).toEqual(['node_3: late_in_other_flow', 'm: outside_window']);
      });
    });

    it('a second message after a comment before the person answers', () => {
      const context = { triggerTypes: new Set(['comment_keyword']) };
      expect(
        warningsOf(flow(start(), message('a'), tagContact('t'), message('b', { id: 'b' }), bye), context),
      ).toEqual(['b: message_before_answer']);
      const answered = flow(
        start(),
        message('a', { buttons: [quickReply('A', 'A')], to: [onButton('A', 'b')] }),
        message('b', { id: 'b' }),
        bye,
      );
      expect(warningsOf(answered, context)).toEqual([]);
      expect(warningsOf(flow(start(), message('a'), message('b', { id: 'b' }), bye))).toEqual([]);
    });
  });

  it('is linear and needs no stack for a chain, a mesh and a loop of 2000 nodes', () => {
    const chain = flow(
      start(),
      ...Array.from({ length: 1998 }, (_, index) => (index % 2 ? wait('1s') : message(`m${index}`))),
      bye,
    );
    expect(errorsOf(chain)).toEqual([]);
    const mesh = flow(
      start(),
      ...Array.from({ length: 300 }, (_, index) =>
        tagContact('t', {
          id: `n${index}`,
          to: Array.from({ length: 100 }, (_x, to) => onNext(`n${(index + to) % 300}`)),
        }),
      ),
    );
    expect(errorsOf(mesh)).toEqual(['n0: loop_without_wait']);
  });
});
