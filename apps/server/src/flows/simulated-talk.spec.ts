import { accountSnapshotSchema, contactSnapshotSchema, type FlowSource } from '@instaflow/flow-engine';
import {
  apiCall,
  flow,
  followGate,
  message,
  on,
  onFollower,
  onNext,
  start,
  type FlowDefinition,
} from '@instaflow/flow-model';
import type { SimulatedAnswer } from '@instaflow/contracts';
import { anonymousContact } from './anonymous-contact';
import { SimulatedTalk } from './simulated-talk';

function play(definition: FlowDefinition, apiAnswers: Record<string, SimulatedAnswer> = {}) {
  const draft: FlowSource = { flowId: 'f', flowVersionId: 'v', name: 'F', definition };
  const settings = { autoRespond: true, aiEnabled: false, debounceWindowMs: 0, cooldownMs: 0 };
  const talk = new SimulatedTalk({
    now: Date.UTC(2026, 0, 1),
    seed: 's',
    apiAnswers,
    draft,
    account: accountSnapshotSchema.parse({
      id: 'a',
      username: 'shop',
      pausedAt: null,
      settings: { ...settings, fallbackRules: [], defaultReplyFlowId: null, timezone: 'UTC' },
    }),
    triggers: [],
    contact: contactSnapshotSchema.parse(anonymousContact('c')),
    findFlow: () => draft,
    findVersion: () => draft,
  });
  talk.start();
  return { talk, said: talk.transcript.map(({ type, content }) => ({ type, content })) };
}

const calling = (saveResponse: { path: string; attribute: string }[] = []) =>
  flow(
    start(),
    apiCall('https://x.test/{{contact.id}}', {
      id: 'call',
      headers: { Authorization: 'Bearer secret' },
      saveResponse,
      to: [onNext('well'), on('error', 'badly')],
    }),
    message('Hi {{contact.nickname}}', { id: 'well', end: true }),
    message('Sorry', { id: 'badly', end: true }),
  );

describe('a simulated conversation', () => {
  it('answers external calls as told, and shows them without their headers', () => {
    const flowWithName = calling([{ path: 'name', attribute: 'nickname' }]);
    const { talk, said } = play(flowWithName, { call: { status: 200, body: { name: 'Ann' } } });
    expect(said).toEqual([
      { type: 'http_request', content: { method: 'GET', url: 'https://x.test/c', body: null } },
      { type: 'send_message', content: { text: 'Hi Ann' } },
    ]);
    expect(talk.status).toBe('completed');
  });

  it('takes the way of a failed call when told so, and goes well when told nothing', () => {
    expect(play(calling(), { call: { status: 500, body: {} } }).said.at(-1)?.content).toEqual({
      text: 'Sorry',
    });
    expect(play(calling()).said.at(-1)?.content).toEqual({ text: 'Hi' });
  });

  it('lets messages arrive whose outcome the flow waits for', () => {
    const definition = flow(
      start(),
      message('One', { id: 'one', to: [onNext('two'), on('error', 'two')] }),
      message('Two', { id: 'two', end: true }),
    );
    expect(play(definition).said.map(({ content }) => content)).toEqual([{ text: 'One' }, { text: 'Two' }]);
  });

  it('goes by what it was told of the contact at a follow gate', () => {
    const gate = flow(
      start(),
      followGate({ to: [onFollower('unknown', 'ask'), onNext('in')] }),
      message('Come in', { id: 'in', end: true }),
      message('Follow us first', { id: 'ask', end: true }),
    );
    expect(play(gate).said).toMatchObject([{ content: { text: 'Follow us first' } }]);
  });
});
