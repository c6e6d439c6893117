import {
  accountSnapshotSchema,
  contactSnapshotSchema,
  createTalk,
  playMoves,
  type FlowSource,
} from '@instaflow/flow-engine';
import { apiCall, flow, message, on, onNext, start, wait, type FlowDefinition } from '@instaflow/flow-model';
import type { SimulatedEvent } from '@instaflow/contracts';
import { anonymousContact } from './anonymous-contact';
import { toSimulation } from './to-simulation';
import { toTalkMove } from './to-talk-move';

function simulate(definition: FlowDefinition, ...events: SimulatedEvent[]) {
  const draft: FlowSource = { flowId: 'f', flowVersionId: 'v', name: 'F', definition };
  const settings = { autoRespond: true, aiEnabled: false, debounceWindowMs: 0, cooldownMs: 0 };
  const talk = createTalk({
    now: Date.UTC(2026, 0, 1),
    contact: contactSnapshotSchema.parse(anonymousContact('c')),
  });
  const world = {
    seed: 's',
    draft,
    account: accountSnapshotSchema.parse({
      id: 'a',
      username: 'shop',
      pausedAt: null,
      settings: { ...settings, fallbackRules: [], defaultReplyFlowId: null, timezone: 'UTC' },
    }),
    triggers: [],
    findFlow: () => null,
    findVersion: () => null,
  };
  return toSimulation(playMoves(talk, events.map(toTalkMove), world));
}

describe('a simulation as the API tells it', () => {
  it('shows what was said and called, calls without their headers', () => {
    const calling = flow(
      start(),
      apiCall('https://x.test/{{contact.id}}', { headers: { Authorization: 'Bearer secret' } }),
      message('Hi'),
    );
    const { transcript, status } = simulate(calling, { type: 'start' }, { type: 'text', text: 'ok' });
    expect(transcript.map(({ direction, type, content }) => [direction, type, content])).toEqual([
      ['outbound', 'http_request', { method: 'GET', url: 'https://x.test/c', body: null }],
      ['outbound', 'send_message', { text: 'Hi' }],
      ['inbound', 'text', { text: 'ok', payload: null }],
    ]);
    expect(status).toBe('completed');
  });

  it('leaves out what does not arrive, which the trace tells', () => {
    const late = flow(
      start(),
      wait('25h'),
      message('Late', { id: 'late', to: [onNext('end'), on('error', 'end')] }),
      wait('1h', { id: 'end', to: [] }),
    );
    const { transcript, trace } = simulate(late, { type: 'start' }, { type: 'advance', ms: 25 * 3_600_000 });
    expect(transcript).toEqual([]);
    expect(trace.at(-1)).toMatchObject({ nodeId: 'late', reason: 'outside_messaging_window' });
  });
});
