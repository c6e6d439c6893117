import * as fc from 'fast-check';
import { apiCall, flow, message, on, onNext, start, type FlowDefinition } from '@instaflow/flow-model';
import { resultOfFailure, resultOfResponse } from '../calls/result-of-response';
import type { EffectOf } from '../effect';
import { Conversation } from '../testing/conversation';
import type { Setting } from '../testing/setting';

type Options = NonNullable<Parameters<typeof apiCall>[1]>;

/** A call that leads to “well” or, when `catches`, to “badly”. */
function calling(url: string, options: Options = {}, catches = false): FlowDefinition {
  const to = [onNext('well'), ...(catches ? [on('error', 'badly')] : [])];
  return flow(
    start(),
    apiCall(url, { id: 'call', to, ...options }),
    message('well {{contact.nickname}}{{flow.count}}', { id: 'well', end: true }),
    message('badly', { id: 'badly', end: true }),
  );
}

function begin(main: FlowDefinition, setting: Setting = {}) {
  const chat = new Conversation({ flows: { main }, ...setting });
  const answer = chat.says('hello');
  const effect = chat.sent.findLast((sent): sent is EffectOf<'http_request'> => sent.kind === 'http_request');
  return { chat, answer, effect };
}

function called(main: FlowDefinition, setting: Setting = {}) {
  const { chat, effect } = begin(main, setting);
  if (!effect) throw new Error('nothing was called');
  const answers = (status: number, body: unknown) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return chat.learns(resultOfResponse(effect, { status, body: text }));
  };
  return {
    chat,
    effect,
    answers,
    fails: (reason: string) => chat.learns(resultOfFailure(effect.key, reason)),
  };
}

const lastStep = (chat: Conversation) => chat.last?.trace.find(({ nodeId }) => nodeId === 'call');

describe('an API call', () => {
  it('is asked for with a key of its own, and the run waits for the answer', () => {
    const { chat, answer, effect } = begin(
      calling('https://x.test/people?id={{contact.id}}', { retries: 2 }),
    );
    expect(answer).toEqual(['http_request']);
    expect(effect).toMatchObject({ key: `${chat.run?.runId}/call/1/0`, nodeId: 'call' });
    expect(effect?.request).toEqual({
      method: 'GET',
      url: 'https://x.test/people?id=contact-1',
      headers: {},
      body: null,
      timeoutMs: 10_000,
      retries: 2,
    });
    expect(chat.run).toMatchObject({
      status: 'waiting',
      waitingFor: { kind: 'effect', key: effect?.key },
      wakeAt: null,
    });
    expect(lastStep(chat)).toMatchObject({ outcome: 'waiting', detail: { method: 'GET', host: 'x.test' } });
  });

  it('keeps values of the answer and goes on', () => {
    const saveResponse = [
      { path: 'data.items[0].name', attribute: 'nickname' },
      { path: '$.data.count', attribute: 'flow.count' },
      { path: 'data.gone', attribute: 'old' },
      { path: '__proto__.x', attribute: 'constructor' },
    ];
    const setting = { contact: { customAttributes: { old: 'x', other: 1 } } };
    const { chat, answers } = called(calling('https://x.test', { saveResponse }), setting);
    const said = answers(201, { data: { items: [{ name: 'Ann' }], count: 2 } });
    expect(said).toEqual(['nickname="Ann"', 'old=null', 'well Ann2']);
    expect(chat.contact.customAttributes).toEqual({ other: 1, nickname: 'Ann' });
    expect(chat.run).toMatchObject({ status: 'completed', context: { count: 2 } });
    expect(lastStep(chat)).toMatchObject({
      outcome: 'advanced',
      branch: 'next',
      detail: { status: 201, saved: { nickname: 'Ann', 'flow.count': 2, old: null } },
    });
  });

  it.each([
    ['a refusal', 404, '{}', 'http_404'],
    ['a redirect that leads nowhere', 302, '', 'http_302'],
    ['an answer that is not JSON', 200, '<html>', 'not_json'],
    ['no content where values are wanted', 204, '', 'not_json'],
  ])('follows “Failed” on %s', (_name, status, body, cause) => {
    const saveResponse = [{ path: 'name', attribute: 'nickname' }];
    const { chat, answers } = called(calling('https://x.test', { saveResponse }, true));
    expect(answers(status, body)).toEqual(['badly']);
    expect(lastStep(chat)).toMatchObject({ branch: 'error', reason: cause, detail: { cause, status } });
  });

  it('follows “Failed” when there was no answer at all', () => {
    const { chat, fails } = called(calling('https://x.test', {}, true));
    expect(fails('timeout')).toEqual(['badly']);
    expect(lastStep(chat)).toMatchObject({ reason: 'timeout', detail: { cause: 'timeout' } });
  });

  it('does not mind what the answer is when nothing of it is wanted', () => {
    expect(called(calling('https://x.test')).answers(204, '')).toEqual(['well']);
  });

  it('fails the run in plain words when nothing is connected to “Failed”', () => {
    const { chat, answers } = called(calling('https://x.test'));
    expect(answers(500, 'oops')).toEqual(['owner: external_call_failed']);
    expect(chat.run).toMatchObject({ status: 'failed', reason: 'external_call_failed' });
    expect(lastStep(chat)).toMatchObject({ outcome: 'failed', detail: { cause: 'http_500', status: 500 } });
    expect(chat.sent.at(-1)).toMatchObject({ message: expect.stringContaining('Connect “Failed”') });
  });

  it('takes an answer once', () => {
    const { chat, effect, answers } = called(calling('https://x.test'));
    expect(answers(200, {})).toEqual(['well']);
    expect(chat.learns(resultOfResponse(effect, { status: 200, body: '{}' }))).toEqual([]);
    expect(chat.reasons).toEqual(['effect_result: run_has_ended']);
  });

  it('discards an answer that comes after the run was taken over, and says so', () => {
    const { chat, answers } = called(calling('https://x.test'));
    chat.run = null;
    expect(answers(200, {})).toEqual([]);
    expect(chat.reasons).toEqual(['effect_result: run_has_ended']);
    expect(chat.run).toBeNull();
  });

  it('discards an answer the run no longer waits for', () => {
    const { chat, answers } = called(calling('https://x.test'));
    if (chat.run)
      chat.run = { ...chat.run, waitingFor: { kind: 'effect', key: `${chat.run.runId}/call/2/0` } };
    expect(answers(500, {})).toEqual([]);
    expect(chat.reasons).toEqual(['effect_result: run_moved_on']);
    expect(chat.run?.status).toBe('waiting');
  });

  it('is not disturbed by what the person writes meanwhile', () => {
    const { chat, answers } = called(calling('https://x.test'));
    chat.triggers = [];
    expect(chat.says('are you there?')).toEqual([]);
    expect(answers(200, {})).toEqual(['well']);
  });

  it('holds the answer while automation is paused', () => {
    const { chat, answers } = called(calling('https://x.test'));
    chat.account = { ...chat.account, pausedAt: chat.now };
    expect(answers(200, {})).toEqual(['(waits: paused)']);
    chat.account = { ...chat.account, pausedAt: null };
    expect(answers(200, {})).toEqual(['well']);
  });
});

describe('the request of an API call', () => {
  const contact = { customAttributes: { note: 'a"b\\c\r\nX-Evil: 1 é', path: '../..', q: 'a&b=c' } };
  const requestOf = (url: string, options: Options = {}) =>
    called(calling(url, options), { contact }).effect.request;

  it('keeps values inside their place in the address', () => {
    expect(requestOf('https://x.test/s?q={{contact.q}}&n=1').url).toBe('https://x.test/s?q=a%26b%3Dc&n=1');
  });

  it('is led nowhere else by any value', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.webUrl()), (value) => {
        const url = 'https://x.test/people/{{contact.v}}/orders?q={{contact.v}}&full=1';
        const { effect } = begin(calling(url, {}, true), { contact: { customAttributes: { v: value } } });
        if (!effect) return ['.', '..'].includes(value);
        const { origin, pathname, searchParams, hash } = new URL(effect.request.url);
        return (
          origin === 'https://x.test' &&
          /^\/people\/[^/]*\/orders$/.test(pathname) &&
          [...searchParams.keys()].join() === 'q,full' &&
          hash === ''
        );
      }),
      { numRuns: 120 },
    );
  });

  it('keeps header values in one line of ASCII, and takes no header that is ours', () => {
    const headers = { 'X-Note': '{{contact.note}}', Host: 'y.test', 'Content-Length': '1' };
    expect(requestOf('https://x.test', { headers }).headers).toEqual({ 'x-note': 'a"b\\c X-Evil: 1 %C3%A9' });
  });

  it.each<[string, Options['body']]>([
    ['an object', { note: '{{contact.note}}', list: ['{{contact.q}}', 1, null] }],
    ['a text that is JSON', '{"note": "{{contact.note}}", "list": ["{{contact.q}}", 1, null]}'],
  ])('fills JSON in by its texts: %s', (_name, body) => {
    const { headers, body: sent } = requestOf('https://x.test', { method: 'POST', body });
    expect(headers).toEqual({ 'content-type': 'application/json' });
    expect(JSON.parse(sent ?? '')).toEqual({ note: contact.customAttributes.note, list: ['a&b=c', 1, null] });
  });

  it('sends a plain text as it is, with the content type the owner chose', () => {
    const options: Options = {
      method: 'PUT',
      body: 'q={{contact.q}}',
      headers: { 'Content-Type': 'text/x' },
    };
    expect(requestOf('https://x.test', options)).toMatchObject({
      body: 'q=a&b=c',
      headers: { 'content-type': 'text/x' },
    });
  });

  it.each([
    [
      'a path that leads out of its place',
      'https://x.test/u/{{contact.path}}/{{contact.path | slice: 0, 2}}/me',
    ],
    ['a name and password', 'https://{{contact.gone}}user:pw@x.test/'],
    ['no address', '{{contact.q}}'],
    ['another protocol', '{{ "file:///etc/passwd" }}'],
    ['a space', '{{ "https://x.test/a b" }}'],
    ['no host', 'https:///x'],
  ])('is not made of %s', (_name, url) => {
    const { chat, answer, effect } = begin(calling(url, {}, true), { contact });
    expect(effect).toBeUndefined();
    expect(answer).toEqual(['badly']);
    expect(lastStep(chat)).toMatchObject({ reason: 'invalid_url' });
  });

  it('is not made of what is too long', () => {
    const body = { text: '{% for i in (1..300) %}' + 'x'.repeat(400) + '{% endfor %}' };
    const { chat } = begin(calling('https://x.test', { method: 'POST', body }, true));
    expect(lastStep(chat)).toMatchObject({
      reason: expect.stringMatching(/request_too_large|template_error/),
    });
  });

  it('fails the run on a broken template', () => {
    const { chat } = begin(calling('https://x.test/{{'));
    expect(chat.run).toMatchObject({ status: 'failed', reason: 'template_error' });
  });
});

describe('what is kept of an answer', () => {
  const kept = (body: string) => {
    const save = [{ path: 'v', attribute: 'a' }];
    return resultOfResponse({ key: 'k', save }, { status: 200, body }).data;
  };
  const saved = (value: unknown) => ({ status: 200, saved: [{ attribute: 'a', value }] });

  it('is bounded, clean and without keys that reach for the prototype', () => {
    expect(kept(JSON.stringify({ v: 'x'.repeat(9000) }))).toEqual(saved('x'.repeat(5000)));
    expect(kept(JSON.stringify({ v: Array.from({ length: 5000 }, () => 1) }))).toEqual(saved(null));
    expect(kept(String.raw`{"v":"a\u0000b\ud83d"}`)).toEqual(saved('ab'));
    expect(kept('{"v":{"__proto__":{"x":1}}}')).toEqual(saved(null));
    expect(kept(`{"v":${'['.repeat(90_000)}${']'.repeat(90_000)}}`)).toEqual(saved(null));
    expect(kept('[1]')).toEqual(saved(null));
  });
});
