import { parseCandidates } from './candidate';
import { listValues } from './list-values';
import english from './locales/en.json';
import { parseBranch } from './parse-branch';
import { parseReason } from './parse-reason';
import { parseSteps } from './trace-step';

describe('parseCandidates', () => {
  it('reads what the engine writes', () => {
    const detail = { command: 'skip', byUserId: 'u1', note: null };
    expect(
      parseCandidates([
        { kind: 'command', id: 'r1', name: 'Price', outcome: 'rejected', reason: 'run_has_ended', detail },
      ]),
    ).toEqual([
      { kind: 'command', id: 'r1', name: 'Price', outcome: 'rejected', reason: 'run_has_ended', detail },
    ]);
  });

  it('leaves out what it cannot read', () => {
    expect(parseCandidates([null, 'x', 3, {}, { kind: 'nothing' }])).toEqual([
      { kind: 'nothing', id: null, name: null, outcome: 'rejected', reason: '', detail: {} },
    ]);
  });
});

describe('parseSteps', () => {
  it('reads steps and leaves out the rest', () => {
    const step = {
      nodeId: 'n1',
      nodeType: 'wait',
      outcome: 'waiting',
      effectKeys: ['r/n1/2/0', 7],
      visit: 2,
    };
    expect(parseSteps([step, undefined, []])).toEqual([
      {
        nodeId: 'n1',
        nodeName: null,
        nodeType: 'wait',
        visit: 2,
        outcome: 'waiting',
        branch: null,
        reason: null,
        detail: {},
        effectKeys: ['r/n1/2/0'],
        messages: [],
      },
    ]);
  });
});

describe('parseReason', () => {
  it('takes the word a trigger matched out of the reason', () => {
    expect(parseReason('contains_word:how much')).toEqual({
      kind: 'matched',
      keyword: 'how much',
      isTypo: false,
    });
    expect(parseReason('exact~:delivery')).toEqual({ kind: 'matched', keyword: 'delivery', isTypo: true });
    expect(parseReason('no_match')).toEqual({ kind: 'code', code: 'no_match' });
  });

  // What the engine and the delivery write most; an unknown code is spelled out, so this list need not be complete.
  it.each([
    'no_match',
    'excluded_keyword',
    'once_per_contact',
    'flow_paused',
    'contact_paused',
    'account_paused',
    'with_human',
    'opted_out',
    'less_specific_match',
    'lower_priority',
    'newer',
    'not_a_valid_answer',
    'no_button_or_keyword',
    'waiting_for_time',
    'loop_detected',
    'external_call_failed',
    'outside_messaging_window',
    'skipped_by_person',
    'cancelled_by_person',
    'moved_to_version',
    'move',
    'moved_by_person',
    'step_missing',
    'run_has_ended',
    'run_moved_on',
    'waiting_for_first_answer',
    'waiting_for_effect',
    'not_waiting',
    'no_timeout_connection',
    'no_connection',
    'nothing_to_retry',
    'done_before_retry',
    'profile_unavailable',
    'values_too_large',
    'unconfirmed',
    'stale',
  ])('has words for %s', (code) => expect(Object.keys(english.reason)).toContain(code));
});

describe('parseBranch', () => {
  it.each([
    ['next', 'next', ''],
    ['timeout', 'timeout', ''],
    ['button_payload:reply_1', 'button_payload', 'reply_1'],
    ['branch:b2', 'branch', 'b2'],
    ['keyword:exact:price: 5', 'keyword', 'price: 5'],
    ['input_valid:true', 'input_valid_true', ''],
    ['input_valid:false', 'input_valid_false', ''],
    ['attribute_equals:size=L', 'attribute_equals', 'size=L'],
    ['something_new:x', 'other', 'something_new:x'],
    ['something_new', 'other', 'something_new'],
  ])('reads %s', (key, name, value) => expect(parseBranch(key)).toEqual({ name, value }));
});

describe('listValues', () => {
  it('shows what a step read, saved values by their own names', () => {
    const detail = {
      status: 200,
      saved: { city: 'Bonn', codes: [1, 2] },
      waitingFor: 'input',
      branch: 'b1',
      none: null,
    };
    expect(listValues(detail)).toEqual([
      { name: 'status', text: '200' },
      { name: 'city', text: 'Bonn' },
      { name: 'codes', text: '[1,2]' },
    ]);
  });
});
