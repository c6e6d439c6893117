import {
  carousel,
  condition,
  flow,
  getInput,
  goal,
  goToFlow,
  humanTakeover,
  message,
  nodeKinds,
  notifyTeam,
  on,
  onAttribute,
  onBranch,
  onButton,
  onInput,
  onNext,
  postback,
  quickReply,
  randomizer,
  setAttribute,
  start,
  tagContact,
  wait,
  webUrl,
  type FlowDefinition,
  type FlowStep,
} from '@instaflow/flow-model';
import { begin } from '../testing/begin';
import { Conversation } from '../testing/conversation';
import { executeUnavailable } from './unavailable';
import { executors } from './executors';

/** A flow of one node whose branches end in messages named after them. */
function branching(step: FlowStep, ...ends: string[]) {
  return flow(start(), step, ...ends.map((end) => message(end, { id: end, end: true })));
}

describe('executors', () => {
  it('exist for exactly the kinds the model calls executable', () => {
    const running = Object.entries(executors).filter(([, executor]) => executor !== executeUnavailable);
    const executable = Object.entries(nodeKinds).filter(([, { isExecutable }]) => isExecutable);
    expect(running.map(([kind]) => kind)).toEqual(executable.map(([kind]) => kind));
  });
});

describe('message', () => {
  it('sends media, text and buttons as Instagram wants them', () => {
    const buttons = [
      postback('Buy {{contact.firstName}}', 'BUY'),
      webUrl('Shop', 'https://x.test/{{contact.username}}'),
    ];
    const { chat } = begin(flow(start(), message('Look', { mediaUrl: 'https://x.test/a.mp4', buttons })));
    expect(chat.sent.map((effect) => ('message' in effect ? effect.message : null))).toEqual([
      { media: { url: 'https://x.test/a.mp4', type: 'video' } },
      {
        text: 'Look',
        buttons: [
          { type: 'postback', title: 'Buy Ana', payload: 'BUY' },
          { type: 'web_url', title: 'Shop', url: 'https://x.test/ana.shop' },
        ],
      },
    ]);
    expect(chat.sent.map(({ key }) => key)).toEqual([
      `${chat.run?.runId}/node_2/1/0`,
      `${chat.run?.runId}/node_2/1/1`,
    ]);
  });

  it('sends several pictures as one message, before the text', () => {
    const imageUrls = ['https://x.test/{{contact.username}}.png', '  ', 'https://x.test/c.png'];
    const pictures = message('Look', { mediaUrl: 'https://x.test/a.png', mediaType: 'image', imageUrls });
    const { chat } = begin(flow(start(), pictures));
    expect(chat.sent.map((effect) => ('message' in effect ? effect.message : null))).toEqual([
      {
        images: [
          { url: 'https://x.test/a.png' },
          { url: 'https://x.test/ana.shop.png' },
          { url: 'https://x.test/c.png' },
        ],
      },
      { text: 'Look' },
    ]);
  });

  it('splits what templating made too long, the buttons under the last piece', () => {
    const long = 'Ein Satz mit Umlauten: äöü. '.repeat(60);
    const { chat } = begin(
      flow(
        start(),
        message('{{message.text}} {{contact.about}}', {
          buttons: [quickReply('Ok')],
          to: [onButton('Ok', 'node_3')],
        }),
        message('x'),
      ),
      { contact: { customAttributes: { about: long } } },
    );
    const texts = chat.sent.map((effect) => (effect.kind === 'send_message' ? effect.message : {}));
    expect(texts.length).toBeGreaterThan(1);
    for (const { text } of texts) expect(Buffer.byteLength(text ?? '')).toBeLessThanOrEqual(1000);
    expect(texts.map(({ text }) => text).join(' ')).toBe(`hello ${long.trim()}`);
    expect(texts.filter(({ quickReplies }) => quickReplies)).toEqual([texts.at(-1)]);
  });

  it('is passed by when nothing is left to say, and fails when it then would wait for a tap', () => {
    expect(begin(flow(start(), message('{{contact.nothing}}'), message('Next'))).answer).toEqual(['Next']);
    const waiting = message('{{contact.nothing}}', { buttons: [quickReply('A')], to: [onButton('A', 'x')] });
    expect(begin(flow(start(), waiting, message('x', { id: 'x' }))).answer).toEqual(['owner: empty_message']);
  });

  it('fails the run at a broken template and tells the owner', () => {
    const { chat, answer } = begin(flow(start(), message('Hi {{ contact.firstName | nonsense }}')));
    expect(answer).toEqual(['owner: template_error']);
    expect(chat.run).toMatchObject({ status: 'failed', reason: 'template_error', nodeId: 'node_2' });
  });

  it('never takes what a customer wrote for a template', () => {
    const { chat } = begin(
      flow(
        start(),
        getInput('Name?', { saveToAttribute: 'name', to: [onInput(true, 'hi')] }),
        message('Hi {{contact.name}}', { id: 'hi' }),
      ),
    );
    expect(chat.says('{{ contact.username }}').at(-1)).toBe('Hi {{ contact.username }}');
  });

  it('waits for the outcome of its sending when a connection asks for it', () => {
    const main = flow(
      start(),
      message('Offer', {
        id: 'offer',
        to: [on('outside_window', 'late'), on('error', 'failed'), onNext('fine')],
      }),
      tagContact('late', { id: 'late', end: true }),
      tagContact('failed', { id: 'failed', end: true }),
      tagContact('fine', { id: 'fine', end: true }),
    );
    const outcomes = (['outside_window', 'failed', 'sent'] as const).map((outcome) => {
      const { chat } = begin(main);
      expect(chat.run).toMatchObject({
        status: 'waiting',
        waitingFor: { kind: 'effect', key: chat.sent[0]?.key },
      });
      expect(chat.sent[0]).toMatchObject({ reportsOutcome: true });
      return chat.learns({ key: chat.sent[0]?.key ?? '', outcome, reason: null });
    });
    expect(outcomes).toEqual([['+late'], ['+failed'], ['+fine']]);
  });

  it('takes a tap as proof of its sending', () => {
    const { chat } = begin(
      flow(
        start(),
        message('A?', { buttons: [quickReply('A')], to: [onButton('A', 'a'), on('error', 'b')] }),
        message('A!', { id: 'a', end: true }),
        message('B', { id: 'b' }),
      ),
    );
    expect(chat.taps('A')).toEqual(['A!']);
  });

  it('ends expired when nobody answers and no connection says what then', () => {
    const asking = getInput('Name?', { timeoutSeconds: 60, to: [onInput(true, 'x')] });
    const { chat } = begin(flow(start(), asking, message('x', { id: 'x' })));
    expect(chat.passes(60_000)).toEqual([]);
    expect(chat.run).toMatchObject({ status: 'expired', reason: 'no_reply' });
  });
});

describe('carousel', () => {
  it('sends its cards and knows their buttons', () => {
    const cards = [
      { title: 'Red {{contact.firstName}}', subtitle: 'shoes', buttons: [postback('Buy', 'BUY_RED')] },
    ];
    const { chat } = begin(
      flow(
        start(),
        carousel(cards, { to: [onButton('BUY_RED', 'bought')] }),
        message('Bought', { id: 'bought' }),
      ),
    );
    expect(chat.sent[0]).toMatchObject({
      message: { elements: [{ title: 'Red Ana', subtitle: 'shoes', buttons: [{ payload: 'BUY_RED' }] }] },
    });
    expect(chat.taps('BUY_RED', 'Buy')).toEqual(['Bought']);
  });
});

describe('tag_contact and set_attribute', () => {
  it('change the contact and say so in effects with final values', () => {
    const main = flow(
      start(),
      tagContact('vip'),
      tagContact('vip'),
      tagContact('cold', { action: 'remove' }),
      setAttribute('city', '{{message.text | upcase}}'),
      setAttribute('visits', 2, { operation: 'increment' }),
      setAttribute('flow.note', 'x'),
      setAttribute('old', null, { operation: 'clear' }),
      setAttribute('seen', null, { operation: 'now' }),
      message('{{contact.visits}} {{flow.note}} {{contact.attributes.city}}'),
    );
    const { chat, answer } = begin(main, {
      contact: { tags: ['cold'], customAttributes: { visits: '5', old: 1 } },
    });
    expect(answer).toEqual([
      '+vip',
      '+vip',
      '-cold',
      'city="HELLO"',
      'visits=7',
      'old=null',
      `seen="2026-05-04T12:00:00.000Z"`,
      '7 x HELLO',
    ]);
    expect(chat.contact).toMatchObject({ tags: ['vip'], customAttributes: { city: 'HELLO', visits: 7 } });
    expect(chat.contact.customAttributes).not.toHaveProperty('old');
    expect(chat.run?.context).toEqual({ note: 'x' });
  });

  it('never reach the prototype', () => {
    const { chat } = begin(
      flow(start(), setAttribute('__proto__', 'x'), setAttribute('flow.constructor', 'x')),
    );
    expect(chat.contact.customAttributes).toEqual({});
    expect(Object.hasOwn(chat.run?.context ?? {}, 'constructor')).toBe(false);
  });
});

describe('condition', () => {
  const rules = { all: [{ field: 'contact.tags', op: 'has_tag' as const, value: 'VIP' }] };
  const main = branching(condition(rules, { to: [onBranch('true', 'yes'), on('else', 'no')] }), 'yes', 'no');

  it('goes by its rules', () => {
    expect(begin(main, { contact: { tags: ['vip'] } }).answer).toEqual(['yes']);
    expect(begin(main).answer).toEqual(['no']);
  });

  it('goes by its connections alone', () => {
    const byConnection = branching(
      condition(null, {
        to: [onAttribute('plan', 'pro', 'pro'), onAttribute('age', 18, 'adult'), onNext('rest')],
      }),
      'pro',
      'adult',
      'rest',
    );
    expect(begin(byConnection, { contact: { customAttributes: { plan: 'Pro' } } }).answer).toEqual(['pro']);
    expect(begin(byConnection, { contact: { customAttributes: { age: '18' } } }).answer).toEqual(['adult']);
    expect(begin(byConnection).answer).toEqual(['rest']);
  });
});

describe('randomizer', () => {
  const main = branching(
    randomizer(
      [
        { id: 'a', weight: 70 },
        { id: 'b', weight: 30 },
      ],
      { to: [onBranch('a', 'A'), onBranch('b', 'B')] },
    ),
    'A',
    'B',
  );

  it('splits people by weight, each person always alike', () => {
    const answers = Array.from({ length: 1000 }, (_, index) => {
      const contact = { id: `contact-${index}` };
      const { chat, answer } = begin(main, { contact });
      expect(chat.says('hello')).toEqual(answer);
      return answer[0];
    });
    const share = answers.filter((answer) => answer === 'A').length / answers.length;
    expect(share).toBeGreaterThan(0.65);
    expect(share).toBeLessThan(0.75);
  });
});

describe('human_takeover, notify_team, goal', () => {
  it('say what they have to say', () => {
    const main = flow(
      start(),
      notifyTeam('{{contact.firstName}} is here'),
      goal('lead'),
      humanTakeover('Help {{contact.firstName}}', { messageToContact: 'One moment' }),
    );
    const { chat, answer } = begin(main);
    expect(answer).toEqual(['notify_team', 'goal_reached', 'One moment', 'request_human']);
    expect(
      chat.sent.map((effect) => ('messageToAgent' in effect ? effect.messageToAgent : null)).at(-1),
    ).toBe('Help Ana');
  });
});

describe('go_to_flow', () => {
  const flowsOf = (main: FlowDefinition, sub: FlowDefinition) => ({ flows: { main, sub } });

  it('goes to the other flow for good, or comes back when it is connected', () => {
    const sub = flow(start(), message('Sub'));
    const away = flow(start(), goToFlow('sub'));
    expect(new Conversation(flowsOf(away, sub)).says('hello')).toEqual(['Sub']);
    const back = flow(start(), goToFlow('sub', { to: [onNext('home')] }), message('Home', { id: 'home' }));
    const chat = new Conversation(flowsOf(back, sub));
    expect(chat.says('hello')).toEqual(['Sub', 'Home']);
    expect(chat.run).toMatchObject({
      status: 'completed',
      flowId: 'main',
      rootFlowId: 'main',
      callStack: [],
    });
  });

  it('comes back after waiting in the other flow, and keeps keys apart though node ids are equal', () => {
    const sub = flow(
      start(),
      getInput('Name?', { saveToAttribute: 'name', to: [onInput(true, 'node_3')] }),
      message('Thanks'),
    );
    const back = flow(start(), goToFlow('sub', { to: [onNext('node_3')] }), message('Home'));
    const chat = new Conversation(flowsOf(back, sub));
    chat.says('hello');
    expect(chat.run).toMatchObject({ flowId: 'sub', flowVersionId: 'sub@1' });
    expect(chat.says('Ana')).toEqual(['name="Ana"', 'Thanks', 'Home']);
    expect(new Set(chat.sent.map(({ key }) => key)).size).toBe(chat.sent.length);
  });

  it('fails when the flow is missing, or the calls do not end', () => {
    expect(begin(flow(start(), goToFlow('gone'))).answer).toEqual(['owner: flow_missing']);
    const itself = flow(start(), goToFlow('main', { to: [onNext('x')] }), message('x', { id: 'x' }));
    expect(begin(itself).answer).toEqual(['owner: flow_depth_exceeded']);
    expect(begin(flow(start(), goToFlow('main'))).answer).toEqual(['owner: loop_detected']);
  });
});

describe('the loop breaker', () => {
  it('stops after 100 nodes in a turn', () => {
    const main = flow(
      start(),
      tagContact('a', { id: 'a', to: [onNext('b')] }),
      tagContact('b', { id: 'b', to: [onNext('a')] }),
    );
    const { chat } = begin(main);
    expect(chat.run).toMatchObject({ status: 'failed', reason: 'loop_detected', stepCount: 100 });
    expect(chat.last?.trace).toHaveLength(100);
    expect(new Set(chat.sent.map(({ key }) => key)).size).toBe(chat.sent.length);
  });

  it('stops after 1,000 nodes in a run', () => {
    const main = flow(
      start(),
      wait('1s', { id: 'w', to: [onNext('t')] }),
      tagContact('t', { id: 't', to: [onNext('w')] }),
    );
    const { chat } = begin(main);
    for (let turn = 0; turn < 600 && chat.run?.status === 'waiting'; turn += 1) chat.passes(1000);
    expect(chat.run).toMatchObject({ status: 'failed', reason: 'loop_detected', stepCount: 1000 });
  });
});
