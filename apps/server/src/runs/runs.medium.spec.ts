import { v7 as newId } from 'uuid';
import { endpoints } from '@instaflow/contracts';
import { flow, message, start } from '@instaflow/flow-model';
import { waitFor } from '@instaflow/testing';
import { greetAndWait, RunScenario } from '../spec-support/run-scenario';
import { deliver, receiveText, signUp, textWebhook } from '../spec-support/scenario';

let scene: RunScenario;
beforeAll(async () => {
  scene = await RunScenario.open();
});
afterAll(() => scene.close());

describe('the trace', () => {
  it('shows what a run did, each message with what became of it', async () => {
    const { flowId, word } = await scene.publish(greetAndWait());
    const { run, personId, contactId } = await scene.walkInto(word);
    await scene.isSent(personId, 'Hi');
    await waitFor(
      async () => {
        const steps = (await scene.getRun(run.runId)).turns.flatMap((turn) => turn.steps);
        return steps.some(({ messages }) => messages[0]?.deliveryStatus === 'sent');
      },
      { what: 'the message being sent' },
    );
    const shown = await scene.getRun(run.runId);
    expect(shown).toMatchObject({
      contactId,
      flowId,
      version: 1,
      status: 'waiting',
      waitingFor: 'timer',
      standsAt: { flowId, version: 1, nodeId: 'w', nodeName: 'Pause' },
      total: 1,
      nextCursor: null,
    });
    expect(shown.turns[0]?.candidates).toContainEqual(
      expect.objectContaining({ kind: 'trigger', outcome: 'chosen' }),
    );
    expect(
      shown.turns[0]?.steps.map(({ nodeType, outcome, messages }) => [nodeType, outcome, messages]),
    ).toEqual([
      ['start', 'advanced', []],
      [
        'message',
        'advanced',
        [
          expect.objectContaining({
            deliveryStatus: 'sent',
            attempts: 1,
            mid: expect.any(String),
            error: null,
          }),
        ],
      ],
      ['wait', 'waiting', []],
    ]);
  });

  it('lists the runs of a flow by status, node and date, page by page', async () => {
    const { flowId, word } = await scene.publish(greetAndWait());
    const first = await scene.walkInto(word);
    const second = await scene.walkInto(word, 'waiting', `${first.personId}2`);
    const list = (query: Record<string, string | number>) =>
      scene.test.api.ok(endpoints.listFlowRuns, { ...scene.at(flowId), query });
    const page = await list({ limit: 1 });
    expect([page.total, page.runs[0]?.runId]).toEqual([2, second.run.runId]);
    const next = await list({ limit: 1, cursor: page.nextCursor ?? '' });
    expect([next.runs[0]?.runId, next.nextCursor]).toEqual([first.run.runId, null]);
    expect((await list({ status: 'waiting', nodeId: 'w' })).total).toBe(2);
    expect((await list({ status: 'completed' })).total).toBe(0);
    expect((await list({ startDate: new Date(Date.now() + 60_000).toISOString() })).total).toBe(0);
    expect((await list({ endDate: new Date(Date.now() + 60_000).toISOString() })).total).toBe(2);
  });

  it('says why a message exists and why another got no answer', async () => {
    const { word } = await scene.publish(flow(start(), message('Because you asked')));
    const { conversationId, personId, run } = await scene.walkInto(word, 'completed');
    await scene.isSent(personId, 'Because you asked');
    await deliver(
      scene.test,
      textWebhook({ accountId: scene.account.instagramUserId, personId, text: 'nothing like it' }),
    );
    const list = async () =>
      (await scene.test.api.ok(endpoints.listMessages, scene.at(conversationId))).messages;
    const find = async (text: string) => (await list()).find(({ content }) => content.text === text);
    const trace = async (text: string) =>
      scene.test.api.ok(endpoints.getMessageTrace, scene.at((await find(text))?.messageLogId ?? ''));
    await waitFor(async () => (await trace('nothing like it')).event?.status === 'ignored', {
      what: 'the decision',
    });
    expect(await trace('nothing like it')).toMatchObject({
      origin: 'contact',
      event: { kind: 'text', status: 'ignored', reason: 'nothing_matched', nextTurnAt: null },
      turn: { outcome: 'nothing', candidates: expect.any(Array) },
      delivery: null,
    });
    await waitFor(async () => (await trace('Because you asked')).delivery?.deliveryStatus === 'sent', {
      what: 'delivery',
    });
    expect(await trace('Because you asked')).toMatchObject({
      origin: 'automation',
      event: null,
      turn: { outcome: 'trigger', runId: run.runId },
      run: { runId: run.runId, status: 'completed' },
    });
    expect((await trace(word)).turn?.outcome).toBe('trigger');
  });

  it.each([
    ['was written days ago', -5],
    ['comes from a clock that is days ahead', 3],
  ])('is there for a message that %s', async (_name, days) => {
    const { conversationId, personId } = await receiveText(scene.test, scene.user, scene.account);
    const at = Date.now() + days * 86_400_000;
    const text = `${days} days`;
    const accountId = scene.account.instagramUserId;
    await deliver(scene.test, textWebhook({ accountId, personId, text, at }));
    const { messages } = await scene.test.api.ok(endpoints.listMessages, scene.at(conversationId));
    const found = messages.find(({ content }) => content.text === text);
    const traced = await scene.test.api.ok(endpoints.getMessageTrace, scene.at(found?.messageLogId ?? ''));
    expect(traced).toMatchObject({ message: { content: { text } }, event: { kind: 'text' } });
    const stranger = await signUp(scene.test);
    const { params } = scene.at(found?.messageLogId ?? '');
    const refused = await scene.test.api.call(endpoints.getMessageTrace, { token: stranger.token, params });
    expect(refused.status).toBe(404);
  });
});

it('answers for unknown runs and messages as for those of others', async () => {
  const stranger = await signUp(scene.test);
  const { word } = await scene.publish(greetAndWait());
  const { run } = await scene.walkInto(word);
  for (const id of [run.runId, newId()]) {
    const params = { id };
    expect((await scene.test.api.call(endpoints.getRun, { token: stranger.token, params })).status).toBe(404);
    expect((await scene.test.api.call(endpoints.cancelRun, { token: stranger.token, params })).status).toBe(
      404,
    );
  }
});
