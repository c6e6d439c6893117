import * as fc from 'fast-check';
import {
  flowDefinitionSchema,
  nodeKinds,
  parseFlowDefinition,
  type FlowDefinition,
} from '@instaflow/flow-model';
import { resultOfFailure, resultOfResponse } from './calls/result-of-response';
import { decideTurn } from './decide/decide-turn';
import type { EffectResult } from './run-input';
import { runCommandKinds, type RunCommandKind } from './run-command';
import { Conversation, hours, type Turn } from './testing/conversation';

const ids = ['n0', 'n1', 'n2', 'n3', 'n4', 'n5'];
const payloads = ['A', 'B', 'C'];
const text = fc.constantFrom(
  'Hi',
  'Hi {{contact.firstName}}',
  '{{ broken',
  '',
  '{{flow.answer}}',
  'x'.repeat(1500),
  '{{message.text}}',
);

const conditions = fc.option(
  fc.oneof(
    fc.record({ type: fc.constant('button_payload'), value: fc.constantFrom(...payloads) }),
    fc.record({
      type: fc.constant('keyword'),
      value: fc.constantFrom('hello', 'yes, no', '('),
      match: fc.constantFrom('exact', 'regex', 'contains'),
    }),
    fc.record({ type: fc.constant('input_valid'), value: fc.boolean() }),
    fc.record({ type: fc.constant('branch'), value: fc.constantFrom('true', 'a', 'open', 'closed') }),
    fc.record({
      type: fc.constant('attribute_equals'),
      attribute: fc.constantFrom('email', '__proto__'),
      value: fc.constantFrom('x', null, 1),
    }),
    fc.record({ type: fc.constant('follower'), value: fc.constantFrom('yes', 'unknown') }),
    fc.record({ type: fc.constantFrom('timeout', 'outside_window', 'error', 'else') }),
  ),
  { nil: null },
);

const fields = fc.record(
  {
    isDisabled: fc.boolean(),
    content: fc.record({
      text,
      mediaUrl: fc.constantFrom(null, 'https://x.test/a.png', '{{x'),
      buttons: fc.array(
        fc.record({
          type: fc.constantFrom('quick_reply', 'postback', 'web_url'),
          text,
          payload: fc.constantFrom(...payloads, null),
        }),
        { maxLength: 4 },
      ),
    }),
    elements: fc.array(
      fc.record({
        title: text,
        buttons: fc.array(
          fc.record({ type: fc.constant('postback'), text, payload: fc.constantFrom(...payloads) }),
          { maxLength: 2 },
        ),
      }),
      { maxLength: 3 },
    ),
    durationSeconds: fc.constantFrom(-1, 0, 1, 60, 1e300),
    timeoutSeconds: fc.constantFrom(null, -5, 0, 30),
    until: fc.constantFrom(
      null,
      { date: 'never' },
      { weekdays: [], from: '09:00', to: '08:00' },
      { attribute: 'email' },
      { weekdays: [1, 9], from: 'x', to: 'y' },
    ),
    prompt: text,
    inputType: fc.constantFrom('text', 'email', 'choice', 'date'),
    choices: fc.array(fc.record({ text, value: fc.constantFrom(...payloads) }), { maxLength: 3 }),
    saveToAttribute: fc.constantFrom('email', 'flow.x', '__proto__', ''),
    retries: fc.constantFrom(0, 1, 1e9, -1),
    attribute: fc.constantFrom('email', 'flow.x', 'constructor', ''),
    value: fc.oneof(text, fc.integer(), fc.constant(null)),
    operation: fc.constantFrom('set', 'increment', 'append', 'clear', 'now'),
    tagName: fc.constantFrom('t', '', '{{x}}'),
    flowId: fc.constantFrom('main', 'sub', 'gone'),
    messageToContact: text,
    messageToAgent: text,
    message: text,
    goal: text,
    method: fc.constantFrom('GET', 'POST'),
    url: fc.constantFrom('https://x.test/{{contact.username}}', '{{x', 'x', '{{ message.text }}'),
    headers: fc.constantFrom({}, { 'X-A': '{{message.text}}' }, { 'bad name': '' }),
    body: fc.constantFrom(null, { a: ['{{message.text}}'] }, '{"a": 1}', '{"a": {{x}}}', 'plain'),
    saveResponse: fc.array(
      fc.record({
        path: fc.constantFrom('a', 'a.b[0]', '__proto__', ''),
        attribute: fc.constantFrom('email', 'flow.x', '__proto__', ''),
      }),
      { maxLength: 3 },
    ),
  },
  { requiredKeys: [] },
);

const nodeOf = (id: string) =>
  fc
    .record({
      type: fc.constantFrom(...Object.keys(nodeKinds), 'from_the_future'),
      fields,
      connections: fc.array(
        fc.record({ targetNodeId: fc.constantFrom(...ids, 'nowhere'), condition: conditions }),
        { maxLength: 4 },
      ),
    })
    .map(({ type, fields: own, connections }) => ({ id, name: id, type, ...own, connections }));

const definitions = fc
  .tuple(...ids.map(nodeOf))
  .map(([first, ...rest]) => {
    const parsed = parseFlowDefinition({ startNodeId: 'n0', nodes: [{ ...first, type: 'start' }, ...rest] });
    return parsed.ok ? parsed.definition : null;
  })
  .filter((definition): definition is FlowDefinition => definition !== null);

const actKinds = [
  'say',
  'tap',
  'comment',
  'wait',
  'fail',
  'sent',
  'outside',
  'answer',
  'no_answer',
  ...runCommandKinds,
] as const;
type Act = {
  kind: (typeof actKinds)[number];
  text: string;
  ms: number;
};
const acts = fc.array(
  fc.record<Act>({
    kind: fc.constantFrom(...actKinds),
    text: fc.constantFrom('hello', 'yes', 'A', 'B', 'a@b.co', 'STOP', '{{ contact.tags }}', ''),
    ms: fc.constantFrom(0, 1000, 60_000, 86_400_000),
  }),
  { minLength: 1, maxLength: 12 },
);

const outcomes = { sent: 'sent', fail: 'failed', outside: 'outside_window' } as const;

/** What became of the effect the run waits for, or of the last one. */
function resultOf(chat: Conversation, kind: Act['kind']): EffectResult | null {
  const { waitingFor } = chat.run ?? {};
  const key = waitingFor?.kind === 'effect' ? waitingFor.key : (chat.sent.at(-1)?.key ?? '');
  if (kind === 'no_answer') return resultOfFailure(key, 'timeout');
  if (kind === 'answer') {
    const call = chat.sent.find((effect) => effect.kind === 'http_request' && effect.key === key);
    const save = call?.kind === 'http_request' ? call.save : [];
    return resultOfResponse({ key, save }, { status: 200, body: '{"a":{"b":[1]}}' });
  }
  const outcome = new Map<string, EffectResult['outcome']>(Object.entries(outcomes)).get(kind);
  return outcome ? { key, outcome, reason: null } : null;
}

function perform(chat: Conversation, { kind, text: said, ms }: Act): EffectResult[] {
  chat.now += ms;
  const result = resultOf(chat, kind);
  if (kind === 'say') chat.arrive({ text: said });
  if (kind === 'tap') chat.arrive({ kind: 'postback', text: said, payload: said });
  if (kind === 'comment')
    chat.arrive({
      kind: 'comment',
      text: said,
      mid: null,
      comment: { commentId: `c${chat.sent.length}`, mediaId: 'm', parentId: null, fromSelf: false },
    });
  const command = runCommandKinds.find((known) => known === kind);
  if (command) tell(chat, command);
  return result ? [result] : [];
}

/** A person commands the run from where it stands; one that failed is opened for a retry, as the server does. */
function tell(chat: Conversation, kind: RunCommandKind): void {
  const { run } = chat;
  if (!run) return;
  const { runId, nodeId, stepCount, flowVersionId } = run;
  const isRetry = kind === 'retry' && run.status === 'failed' && nodeId !== null;
  if (isRetry) chat.run = { ...run, status: 'running', waitingFor: null, wakeAt: null, endedAt: null };
  const retry = { nodeId: nodeId ?? '', flowVersionId, sentIndexes: [], isPrivateReplyOwed: false };
  const blank = { kind, runId, standsAt: { nodeId, stepCount }, byUserId: null, note: null };
  chat.arrive({ kind: 'run_command', mid: null, command: isRetry ? { ...blank, retry } : blank });
}

const open = (main: FlowDefinition, sub: FlowDefinition) =>
  new Conversation({
    flows: { main, sub },
    triggers: [{ id: 't1' }, { id: 'c1', type: 'comment_keyword', keyword: null }],
    settings: {
      debounceWindowMs: 1000,
      cooldownMs: 500,
      defaultReplyFlowId: 'main',
      fallbackRules: [{ keywords: 'yes', reply: 'Ok {{contact.firstName}}' }],
      quietHours: { from: '15:00', to: '08:00' },
    },
  });

function expectBounds(chat: Conversation, decision: Turn): void {
  const entered = decision.trace.filter(({ visit }) => visit > 0).length;
  expect(entered).toBeLessThanOrEqual(101);
  const { run } = decision;
  expect(run?.stepCount ?? 0).toBeLessThanOrEqual(1000);
  // A run opened for a retry stays so until the retry's turn.
  const isToldLater = chat.pending.some(({ kind }) => kind === 'run_command');
  if (!isToldLater) expect(run?.status).not.toBe('running');
  if (run?.status === 'waiting') expect(run.waitingFor).not.toBeNull();
  else expect([run?.wakeAt ?? null, run?.waitingFor ?? null]).toEqual([null, null]);
}

describe('the engine, for any flow and any contact', () => {
  it('never throws, keeps its bounds, and gives no key twice', () => {
    fc.assert(
      fc.property(definitions, definitions, acts, (main, sub, script) => {
        const chat = open(main, sub);
        for (const act of script) {
          const results = perform(chat, act);
          const decision = chat.decide(results);
          // What an effect came to is told at least once.
          if (results.length > 0) chat.decide(results);
          if (decision.kind !== 'turn') continue;
          expectBounds(chat, decision);
        }
        const keys = chat.sent.map(({ key }) => key);
        expect(keys).toEqual([...new Set(keys)]);
      }),
      { numRuns: 200 },
    );
  });

  it('decides the same for the same input, whatever happened between', () => {
    fc.assert(
      fc.property(definitions, definitions, acts, (main, sub, script) => {
        const chat = open(main, sub);
        for (const act of script) {
          const results = perform(chat, act);
          const input = chat.buildInput(results);
          const frozen = JSON.stringify({ ...input, findFlow: null, findVersion: null });
          const first = decideTurn(input);
          expect(decideTurn(input)).toEqual(first);
          expect(JSON.stringify({ ...input, findFlow: null, findVersion: null })).toBe(frozen);
          if (first.kind === 'turn') chat.commit(first);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('gives the same keys when every turn crashes before its commit and is done again', () => {
    fc.assert(
      fc.property(definitions, definitions, acts, (main, sub, script) => {
        const calm = open(main, sub);
        const crashing = open(main, sub);
        const executed: string[] = [];
        for (const act of script) {
          const input = calm.buildInput(perform(calm, act));
          const decision = decideTurn(input);
          if (decision.kind === 'turn') calm.commit(decision);
          const again = crashing.buildInput(perform(crashing, act));
          const lost = decideTurn(again);
          const redone = decideTurn({ ...again, run: again.run && structuredClone(again.run) });
          if (lost.kind === 'turn') executed.push(...lost.effects.map(({ key }) => key));
          if (redone.kind === 'turn') crashing.commit(redone);
        }
        const keys = calm.sent.map(({ key }) => key);
        expect(crashing.sent.map(({ key }) => key)).toEqual(keys);
        expect(new Set(executed)).toEqual(new Set(keys));
      }),
      { numRuns: 60 },
    );
  });

  it('holds nothing that answers what was said or commanded, and what it holds for some hours only', () => {
    fc.assert(
      fc.property(definitions, definitions, acts, (main, sub, script) => {
        const chat = open(main, sub);
        for (const act of script) {
          const results = perform(chat, act);
          const decision = chat.decide(results);
          if (decision.kind !== 'turn') continue;
          const { heldUntil, isOwnAccord, consumed, trace } = decision;
          if (consumed.some(({ outcome }) => outcome === 'consumed')) expect(isOwnAccord).toBe(false);
          expect(trace.some(({ detail }) => 'heldUntil' in detail)).toBe(heldUntil !== null);
          if (heldUntil === null) continue;
          expect(isOwnAccord).toBe(true);
          expect(heldUntil - chat.now).toBeGreaterThan(0);
          expect(heldUntil - chat.now).toBeLessThanOrEqual(hours(17));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('reads only documents that the schema knows', () => {
    fc.assert(
      fc.property(definitions, (definition) => flowDefinitionSchema.safeParse(definition).success),
      { numRuns: 100 },
    );
  });
});
