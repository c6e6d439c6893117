import { endpoints } from '@instaflow/contracts';
import {
  flow,
  goal,
  message,
  notifyTeam,
  on,
  onNext,
  setAttribute,
  start,
  wait,
} from '@instaflow/flow-model';
import { RunScenario } from '../spec-support/run-scenario';

let scene: RunScenario;
beforeAll(async () => {
  scene = await RunScenario.open();
});
afterEach(() => scene.test.graph.refusedTexts.clear());
afterAll(() => scene.close());

const asks = (text: string, next: string) =>
  message(text, { id: text, to: [on('error', 'Sorry'), onNext(next)] });

describe('a run that waits for what becomes of its message', () => {
  const definition = flow(
    start(),
    asks('First', 'Second'),
    asks('Second', 'Third'),
    message('Third', { id: 'Third', end: true }),
    message('Sorry', { id: 'Sorry' }),
  );

  it('goes on as soon as it is sent, in order', async () => {
    const { word } = await scene.publish(definition);
    const startedAt = Date.now();
    const { personId } = await scene.walkInto(word, 'completed');
    await scene.isSent(personId, 'Third');
    expect(scene.sentTexts(personId)).toEqual(['First', 'Second', 'Third']);
    // Far below the half minute after which it would look by itself.
    expect(Date.now() - startedAt).toBeLessThan(15_000);
  });

  it('takes its connection when it is refused', async () => {
    const { word } = await scene.publish(definition);
    scene.test.graph.refusedTexts.add('Second');
    const { personId, run } = await scene.walkInto(word, 'completed');
    await scene.isSent(personId, 'Sorry');
    expect(scene.sentTexts(personId)).toEqual(['First', 'Second', 'Sorry']);
    const { turns } = await scene.getRun(run.runId);
    expect(turns.flatMap(({ steps }) => steps)).toContainEqual(
      expect.objectContaining({ nodeId: 'Second', branch: 'error', reason: 'content_refused' }),
    );
  });

  it('fails with an earlier message that is refused, and a retry sends all from there in order', async () => {
    const { word } = await scene.publish(
      flow(start(), message('Opening', { id: 'o', to: [onNext('First')] }), ...definitionSteps()),
    );
    scene.test.graph.refusedTexts.add('Opening');
    const { personId, run } = await scene.walkInto(word, 'failed');
    expect(await scene.getRun(run.runId)).toMatchObject({
      reason: 'content_refused',
      standsAt: { nodeId: 'o' },
    });
    expect(scene.sentTexts(personId)).toEqual(['Opening']);
    scene.test.graph.refusedTexts.clear();
    expect((await scene.command(endpoints.retryRun, run.runId)).status).toBe(200);
    await scene.comesTo(run.runId, 'completed');
    await scene.isSent(personId, 'Second');
    expect(scene.sentTexts(personId)).toEqual(['Opening', 'Opening', 'First', 'Second']);
  });

  const definitionSteps = () => [
    asks('First', 'Second'),
    message('Second', { id: 'Second', end: true }),
    message('Sorry', { id: 'Sorry' }),
  ];
});

describe('a run that had completed', () => {
  it('fails when a message of it is refused, stops the rest, and goes on in order when it is tried again', async () => {
    const { word } = await scene.publish(flow(start(), message('One'), message('Two'), message('Three')));
    scene.test.graph.refusedTexts.add('Two');
    const { personId, run } = await scene.walkInto(word, 'failed');
    const shown = await scene.getRun(run.runId);
    expect(shown).toMatchObject({ reason: 'content_refused', standsAt: { nodeId: 'node_3' } });
    const { messages } = await scene.test.api.ok(
      endpoints.listMessages,
      scene.at((await conversationOf(run.contactId)) ?? ''),
    );
    expect(messages.slice(1).map(({ deliveryStatus, error }) => [deliveryStatus, error?.code])).toEqual([
      ['sent', undefined],
      ['failed', 'content_refused'],
      ['cancelled', 'run_failed'],
    ]);
    scene.test.graph.refusedTexts.clear();
    expect((await scene.command(endpoints.retryRun, run.runId)).status).toBe(200);
    await scene.comesTo(run.runId, 'completed');
    await scene.isSent(personId, 'Three');
    expect(scene.sentTexts(personId)).toEqual(['One', 'Two', 'Two', 'Three']);
  });
});

describe('a run that failed after later steps had done their work', () => {
  it('does not do it again when it is tried again', async () => {
    const { word } = await scene.publish(
      flow(
        start(),
        message('Broken'),
        setAttribute('orders', 1, { operation: 'increment' }),
        notifyTeam('An order'),
        goal('sale'),
        message('Bye'),
      ),
    );
    scene.test.graph.refusedTexts.add('Broken');
    const { personId, run } = await scene.walkInto(word, 'failed');
    scene.test.graph.refusedTexts.clear();
    expect((await scene.command(endpoints.retryRun, run.runId)).status).toBe(200);
    await scene.comesTo(run.runId, 'completed');
    await scene.isSent(personId, 'Bye');
    const { customAttributes } = await scene.test.api.ok(endpoints.getContact, scene.at(run.contactId));
    expect(customAttributes).toEqual({ orders: 1 });
    const told = await scene.test.deps.engineSource.query(
      `SELECT message FROM notification WHERE run_id = $1 AND kind = 'team_message'`,
      [run.runId],
    );
    expect(told).toEqual([{ message: 'An order' }]);
    const { turns } = await scene.getRun(run.runId);
    const passed = turns.flatMap(({ steps }) =>
      steps.filter(({ reason }) => reason === 'done_before_retry').map(({ nodeType }) => nodeType),
    );
    expect(passed).toEqual(['set_attribute', 'notify_team', 'goal']);
  });
});

describe('quiet hours of an account', () => {
  const settings = (body: object) =>
    scene.test.api.ok(endpoints.updateAccountSettings, {
      ...scene.at(scene.account.instagramAccountId),
      body,
    });
  const time = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString().slice(11, 16);
  const later = async (contactId: string) => {
    const id = (await conversationOf(contactId)) ?? '';
    const { messages } = await scene.test.api.ok(endpoints.listMessages, scene.at(id));
    return messages.find(({ content }) => content.text === 'Later');
  };

  it('hold what a wait was for, shown in the message; without them it ends as the window says', async () => {
    const { word } = await scene.publish(flow(start(), message('Hi'), wait('1s'), message('Later')));
    const [from, to] = [time(-1), time(2)];
    await settings({ timezone: 'UTC', quietHours: { from, to } });
    const { run, contactId } = await scene.walkInto(word, 'completed');
    const held = await later(contactId);
    expect(held).toMatchObject({ deliveryStatus: 'queued', heldUntil: expect.stringContaining(`T${to}:00`) });
    const { turns } = await scene.getRun(run.runId);
    expect(turns.at(-1)?.steps.at(-1)?.detail).toMatchObject({ heldUntil: held?.heldUntil });
    await scene.test.deps.engineSource.query(
      `UPDATE conversation SET last_user_message_at = now() - interval '25 hours' WHERE contact_id = $1`,
      [contactId],
    );
    expect(await settings({ quietHours: null })).toMatchObject({ quietHours: null });
    await scene.comesTo(run.runId, 'failed');
    expect((await scene.getRun(run.runId)).reason).toBe('outside_messaging_window');
    expect(await later(contactId)).toMatchObject({
      deliveryStatus: 'failed',
      heldUntil: null,
      error: { code: 'outside_messaging_window' },
    });
  });

  it('are refused when they would never end or name no day', async () => {
    const { token, params } = scene.at(scene.account.instagramAccountId);
    for (const quietHours of [
      { from: '22:00', to: '22:00' },
      { from: '25:00', to: '08:00' },
      { from: '22:00', to: '08:00', weekdays: [] },
      { from: '22:00', to: '08:00', weekdays: [0] },
    ]) {
      const answer = await scene.test.api.call(endpoints.updateAccountSettings, {
        token,
        params,
        body: { quietHours },
      });
      expect(answer.status).toBe(400);
    }
  });
});

async function conversationOf(contactId: string): Promise<string | undefined> {
  const { conversations } = await scene.test.api.ok(
    endpoints.listConversations,
    scene.at(scene.account.instagramAccountId),
  );
  return conversations.find((row) => row.contactId === contactId)?.conversationId;
}
