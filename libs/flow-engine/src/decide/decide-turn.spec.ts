import {
  flow,
  getInput,
  message,
  on,
  onButton,
  onInput,
  onKeyword,
  onNext,
  quickReply,
  start,
  wait,
} from '@instaflow/flow-model';
import { Conversation, hours } from '../testing/conversation';
import type { Setting } from '../testing/setting';

const main = flow(start(), message('Hi'));
const other = flow(start(), message('Other'));
const menu = flow(
  start(),
  message('Choose', {
    buttons: [quickReply('Yes please', 'YES'), quickReply('Nothing', 'NOTHING')],
    to: [onButton('YES', 'yes'), onKeyword('sure, of course', 'sure')],
  }),
  message('Yes it is', { id: 'yes', end: true }),
  message('Sure', { id: 'sure', end: true }),
);
const form = flow(
  start(),
  getInput('Email?', {
    inputType: 'email',
    saveToAttribute: 'email',
    to: [onInput(true, 'ok'), onInput(false, 'no')],
  }),
  message('Thanks', { id: 'ok', end: true }),
  message('Never mind', { id: 'no', end: true }),
);

function open(setting: Setting = {}) {
  return new Conversation({ flows: { main, other, menu, form }, ...setting });
}

function inFlow(flowId: string, setting: Setting = {}) {
  const chat = open({ ...setting, triggers: [{ id: 't1', flowId }, ...(setting.triggers ?? [])] });
  chat.says('hello');
  return chat;
}

describe('decideTurn', () => {
  describe('(a) events that are no message', () => {
    it.each(['reaction', 'read', 'echo', 'edit', 'deletion', 'unsupported'] as const)(
      'takes note of a %s',
      (kind) => {
        const chat = open();
        chat.arrive({ kind, text: 'hello' });
        expect(chat.answer()).toEqual([]);
        expect(chat.last?.consumed).toEqual([expect.objectContaining({ outcome: 'ignored', reason: kind })]);
        expect(chat.reasons).toEqual([`record: ${kind}`]);
      },
    );
  });

  describe('(b) opt-out and opt-in', () => {
    it.each(['STOP', 'stop!', 'Baja', 'Arrêt', 'unsubscribe'])(
      'takes “%s” for an opt-out and ends the run',
      (word) => {
        const chat = inFlow('menu', { settings: { debounceWindowMs: 4000 } });
        chat.passes(4000);
        expect(chat.says(word)).toEqual(['opt_out']);
        expect(chat.contact.optedOut).toBe(true);
        expect(chat.run).toMatchObject({ status: 'cancelled', reason: 'opted_out' });
      },
    );

    it('answers nothing after an opt-out until the person opts in again', () => {
      const chat = open();
      chat.says('STOP');
      expect(chat.says('hello')).toEqual([]);
      expect(chat.reasons).toEqual(['opt_out: opted_out']);
      expect(chat.says('Start')).toEqual(['opt_in']);
      expect(chat.says('hello')).toEqual(['Hi']);
    });

    it('hears STOP before a timer that fell due while nothing was decided', () => {
      const later = flow(start(), wait('1h', { id: 'w' }), message('Later'));
      const chat = inFlow('later', { flows: { later } });
      chat.arrive({ text: 'stop' });
      expect(chat.passes(hours(2))).toEqual(['opt_out']);
      expect(chat.run).toMatchObject({ status: 'cancelled', reason: 'opted_out' });
    });

    it('hears STOP before what became of a message, and looks at that afterwards', () => {
      const main = flow(
        start(),
        message('First', { to: [on('error', 'sorry')] }),
        message('Sorry', { id: 'sorry', end: true }),
      );
      const chat = open({ flows: { main } });
      chat.says('hello');
      const key = chat.sent[0]?.key ?? '';
      chat.arrive({ text: 'stop' });
      expect(chat.learns({ key, outcome: 'failed', reason: 'refused' })).toEqual(['opt_out']);
      expect(chat.last?.nextWakeAt).toBe(chat.now);
    });

    it('leaves START to the triggers of whoever has not opted out', () => {
      expect(open({ triggers: [{ id: 't1', keyword: 'start' }] }).says('Start')).toEqual(['Hi']);
    });

    it('does not take a button called “Stop” for an opt-out', () => {
      expect(open({ triggers: [{ id: 't1', keyword: 'stop' }] }).taps('X', 'Stop')).toEqual(['Hi']);
    });

    it('does not take a sentence with the word in it for an opt-out', () => {
      expect(open({ triggers: [{ id: 't1', keyword: 'stop' }] }).says('where is the bus stop')).toEqual([
        'Hi',
      ]);
    });

    it('cancels a waiting run when its time comes after an opt-out by the team', () => {
      const chat = new Conversation({ flows: { main: flow(start(), wait('1h'), message('Late')) } });
      chat.says('hello');
      chat.contact = { ...chat.contact, optedOut: true };
      expect(chat.passes(hours(1))).toEqual([]);
      expect(chat.run).toMatchObject({ status: 'cancelled', reason: 'opted_out' });
    });
  });

  describe('(c) paused, or with a person', () => {
    const cases: [string, Setting, string][] = [
      ['the account is paused', { pausedAt: 1 }, 'pause: account_paused'],
      ['a person has the conversation', { conversation: { status: 'pending_human' } }, 'human: with_human'],
      ['the contact is paused', { conversation: { automationPausedUntil: 9e15 } }, 'pause: contact_paused'],
    ];
    it.each(cases)('answers nothing while %s', (_name, setting, reason) => {
      const chat = open(setting);
      expect(chat.says('hello')).toEqual([]);
      expect(chat.comments('hello')).toEqual([]);
      expect(chat.reasons).toEqual([reason]);
      expect(chat.last?.consumed[0]).toMatchObject({ outcome: 'ignored' });
    });

    it('answers again when the pause is over, and in a closed or snoozed conversation', () => {
      expect(open({ conversation: { automationPausedUntil: 1 } }).says('hello')).toEqual(['Hi']);
      expect(open({ conversation: { status: 'closed' } }).says('hello')).toEqual(['Hi']);
      expect(open({ conversation: { status: 'scheduled' } }).says('hello')).toEqual(['Hi']);
    });

    it('holds a due run until the pause is over', () => {
      const chat = new Conversation({ flows: { main: flow(start(), wait('1h'), message('Late')) } });
      chat.says('hello');
      chat.conversation = { ...chat.conversation, automationPausedUntil: chat.now + hours(2) };
      expect(chat.passes(hours(1))).toEqual([]);
      expect(chat.reasons).toEqual(['timer: contact_paused']);
      expect(chat.last?.nextWakeAt).toBe(chat.now + hours(1));
      expect(chat.passes(hours(1))).toEqual(['Late']);
    });

    it('answers from no paused flow', () => {
      const chat = open({ pausedFlows: ['main'] });
      expect(chat.says('hello')).toEqual([]);
      expect(chat.reasons).toContain('trigger t1: flow_paused');
    });
  });

  describe('(d) the waiting run', () => {
    it.each([
      ['a tap', 'tap', (chat: Conversation) => chat.taps('YES', 'Yes please'), 'Yes it is'],
      [
        'the typed title',
        'button_title',
        (chat: Conversation) => chat.says('yes, please!'.replace(',', '')),
        'Yes it is',
      ],
      ['a keyword', 'keyword', (chat: Conversation) => chat.says('of course I do'), 'Sure'],
    ])('takes %s', (_name, how, act, answer) => {
      const chat = inFlow('menu');
      expect(act(chat)).toEqual([answer]);
      expect(chat.reasons).toEqual([`*waiting_run: ${how}`]);
    });

    it('takes a valid answer before any trigger', () => {
      const chat = inFlow('form', { triggers: [{ id: 't2', keyword: 'ana@b.co', match: 'contains' }] });
      expect(chat.says('ana@b.co')).toEqual(['email="ana@b.co"', 'Thanks']);
    });

    it('takes a tap on an earlier message of the run back to it', () => {
      const chat = new Conversation({
        flows: {
          main: flow(
            start(),
            message('One', {
              id: 'one',
              buttons: [quickReply('A', 'A'), quickReply('B', 'B')],
              to: [onButton('A', 'two'), onButton('B', 'three')],
            }),
            message('Two', { id: 'two', buttons: [quickReply('C', 'C')], to: [onButton('C', 'three')] }),
            message('Three', { id: 'three' }),
          ),
        },
      });
      chat.says('hello');
      chat.taps('A');
      expect(chat.taps('B')).toEqual(['Three']);
    });

    it('lets a button that leads nowhere fall through to the triggers', () => {
      const chat = inFlow('menu', { triggers: [{ id: 't2', keyword: 'nothing', flowId: 'other' }] });
      expect(chat.taps('NOTHING', 'Nothing')).toEqual(['Other']);
      expect(chat.reasons).toContain('waiting_run: button_leads_nowhere');
    });
  });

  describe('(e) triggers', () => {
    it('lets a newly triggered flow replace the waiting run', () => {
      const chat = inFlow('menu', { triggers: [{ id: 't2', keyword: 'other', flowId: 'other' }] });
      const before = chat.run?.runId;
      expect(chat.says('other')).toEqual(['Other']);
      expect(chat.endedRuns).toEqual([expect.objectContaining({ runId: before, status: 'replaced' })]);
      expect(chat.reasons).toEqual([
        'waiting_run: no_button_or_keyword',
        'trigger t1: no_match',
        '*trigger t2: contains_word:other',
      ]);
    });
  });

  describe('(f) the welcome message', () => {
    const triggers = [
      { id: 'w', type: 'welcome_message' as const, keyword: null },
      { id: 't', keyword: 'price', flowId: 'other' },
    ];

    it('answers the first message ever', () => {
      const chat = open({ triggers, conversation: { isFirstContact: true } });
      expect(chat.says('good morning')).toEqual(['Hi']);
      expect(chat.says('good morning')).toEqual([]);
      expect(chat.reasons).toContain('welcome_message: not_the_first_message');
    });

    it('comes after a trigger that matches', () => {
      const chat = open({ triggers, conversation: { isFirstContact: true } });
      expect(chat.says('price')).toEqual(['Other']);
    });
  });

  describe('(g) what is left to the waiting run', () => {
    it('takes the text as an invalid answer when nothing else wants it', () => {
      const chat = inFlow('form');
      expect(chat.says('no idea')).toEqual(['Never mind']);
      expect(chat.reasons).toEqual([
        'waiting_run: not_a_valid_answer',
        'trigger t1: no_match',
        '*invalid_input: invalid_answer',
      ]);
    });

    it('lets a trigger have the text first', () => {
      const chat = inFlow('form', { triggers: [{ id: 't2', keyword: 'help', flowId: 'other' }] });
      expect(chat.says('help')).toEqual(['Other']);
    });

    it('follows the default connection of a message that waits for buttons', () => {
      const chat = new Conversation({
        flows: {
          main: flow(
            start(),
            message('Choose', { buttons: [quickReply('A', 'A')], to: [onButton('A', 'a'), onNext('else')] }),
            message('A', { id: 'a', end: true }),
            message('Did not get that', { id: 'else' }),
          ),
        },
      });
      chat.says('hello');
      expect(chat.says('banana')).toEqual(['Did not get that']);
      expect(chat.reasons.at(-1)).toBe('*invalid_input: other_answer');
    });
  });

  describe('(h) to (k)', () => {
    const fallbackRules = [
      { keywords: 'opening hours', reply: 'We open at nine, {{contact.firstName}}.' },
      { keywords: ['refund'], match: 'contains' as const, reply: 'Refunds take a week.' },
    ];

    it('answers by the first fallback rule that matches', () => {
      const chat = open({ settings: { fallbackRules } });
      expect(chat.says('what are your opening hours?')).toEqual(['We open at nine, Ana.']);
      expect(chat.says('I want refunds')).toEqual(['Refunds take a week.']);
      expect(chat.reasons).toEqual([
        'trigger t1: no_match',
        'ai: ai_disabled',
        'fallback_rule: no_match',
        '*fallback_rule: contains:refund',
      ]);
      expect(chat.sent.map(({ key }) => key)).toEqual([...new Set(chat.sent.map(({ key }) => key))]);
    });

    it('gives the default reply at most once in its cooldown', () => {
      const chat = open({ settings: { defaultReplyFlowId: 'other', defaultReplyCooldownHours: 12 } });
      expect(chat.says('bla')).toEqual(['Other']);
      expect(chat.says('bla')).toEqual([]);
      expect(chat.reasons).toEqual([
        'trigger t1: no_match',
        'ai: ai_disabled',
        'default_reply: default_reply_cooldown',
        '*nothing: nothing_matched',
      ]);
      chat.now += hours(12);
      expect(chat.says('bla')).toEqual(['Other']);
    });

    it('gives the default reply of a trigger of that type', () => {
      expect(
        open({ triggers: [{ id: 'd', type: 'default_reply', keyword: null, flowId: 'other' }] }).says('bla'),
      ).toEqual(['Other']);
    });

    it('does not let a default reply disturb a run that waits for time', () => {
      const chat = new Conversation({
        flows: { main: flow(start(), wait('1h'), message('Late')), other },
        settings: { defaultReplyFlowId: 'other' },
      });
      chat.says('hello');
      expect(chat.says('bla')).toEqual([]);
      expect(chat.reasons).toContain('default_reply: run_is_waiting_for_time');
      expect(chat.passes(hours(1))).toEqual(['Late']);
    });

    it('says that nothing matched', () => {
      const chat = open();
      expect(chat.says('bla')).toEqual([]);
      expect(chat.reasons.at(-1)).toBe('*nothing: nothing_matched');
      expect(chat.last?.consumed[0]).toMatchObject({ outcome: 'ignored', reason: 'nothing_matched' });
    });

    it('begins nothing while the account does not respond by itself, but goes on with a run', () => {
      const chat = inFlow('menu', { settings: { fallbackRules, defaultReplyFlowId: 'other' } });
      chat.account = { ...chat.account, settings: { ...chat.account.settings, autoRespond: false } };
      expect(chat.says('hello, refund')).toEqual([]);
      expect(chat.reasons).toEqual(
        expect.arrayContaining([
          'trigger t1: auto_respond_off',
          'fallback_rule: auto_respond_off',
          'default_reply: auto_respond_off',
        ]),
      );
      expect(chat.taps('YES')).toEqual(['Yes it is']);
    });
  });

  describe('time and outcomes', () => {
    it('says when the contact is due again', () => {
      const chat = new Conversation({
        flows: {
          main: flow(
            start(),
            message('Hi', {
              timeoutSeconds: 60,
              buttons: [quickReply('A')],
              to: [onButton('A', 'x'), on('timeout', 'x')],
            }),
            message('Bye', { id: 'x' }),
          ),
        },
      });
      chat.says('hello');
      expect(chat.last?.nextWakeAt).toBe(chat.now + 60_000);
      expect(chat.passes(60_000)).toEqual(['Bye']);
      expect(chat.reasons).toEqual(['*timer: no_reply']);
      expect(chat.last?.nextWakeAt).toBeNull();
    });

    it('ends a run whose message found the window closed', () => {
      const chat = inFlow('menu');
      const key = chat.sent[0]?.key ?? '';
      expect(chat.learns({ key, outcome: 'outside_window', reason: null })).toEqual([
        'owner: outside_messaging_window',
      ]);
      expect(chat.run).toMatchObject({ status: 'failed', reason: 'outside_messaging_window' });
      expect(chat.learns({ key, outcome: 'failed', reason: null })).toEqual([]);
      expect(chat.reasons).toEqual(['effect_result: run_has_ended']);
    });

    it('does nothing when there is nothing to do', () => {
      const chat = open();
      expect(chat.answer()).toEqual([]);
      expect(chat.last).toMatchObject({ consumed: [], candidates: [], nextWakeAt: null });
    });
  });
});
