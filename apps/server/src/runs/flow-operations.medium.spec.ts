import { endpoints } from '@instaflow/contracts';
import { flow, getInput, message, onButton, quickReply, start, wait } from '@instaflow/flow-model';
import { waitFor } from '@instaflow/testing';
import { greetAndWait, RunScenario } from '../spec-support/run-scenario';
import { deliver, receiveText, textWebhook } from '../spec-support/scenario';

let scene: RunScenario;
beforeAll(async () => {
  scene = await RunScenario.open();
});
afterAll(() => scene.close());

describe('a paused flow', () => {
  it('starts nobody, keeps people where they are, and lets them go on afterwards', async () => {
    const { flowId, word } = await scene.publish(flow(start(), message('Hi'), wait('1s'), message('Later')));
    const paused = await scene.test.api.ok(endpoints.pauseFlow, scene.at(flowId));
    expect([paused.pausedAt, paused.status]).toEqual([expect.any(String), 'active']);
    const conversation = await receiveText(scene.test, scene.user, scene.account, { text: word });
    const turns = async () =>
      (await scene.test.api.ok(endpoints.listContactTurns, scene.at(conversation.contactId))).turns;
    await waitFor(async () => (await turns()).length > 0, { what: 'a turn' });
    expect((await turns())[0]?.candidates).toContainEqual(
      expect.objectContaining({ kind: 'trigger', outcome: 'rejected', reason: 'flow_paused' }),
    );
    expect(scene.sentTexts(conversation.personId)).toEqual([]);
    await scene.test.api.ok(endpoints.resumeFlow, scene.at(flowId));
    const { run, personId } = await scene.walkInto(word);
    await scene.test.api.ok(endpoints.pauseFlow, scene.at(flowId));
    await waitFor(async () => JSON.stringify((await turnsOf(run.contactId))[0]).includes('flow_paused'), {
      what: 'the wait being over',
    });
    expect(scene.sentTexts(personId)).toEqual(['Hi']);
    const released = await scene.command(endpoints.releaseRun, run.runId);
    expect(released.error.details).toEqual({ reason: 'flow_paused' });
    expect((await scene.test.api.ok(endpoints.resumeFlow, scene.at(flowId))).pausedAt).toBeNull();
    await scene.isSent(personId, 'Later');
  });

  const turnsOf = async (contactId: string) =>
    (await scene.test.api.ok(endpoints.listContactTurns, scene.at(contactId))).turns;
});

describe('moving people to another version', () => {
  it('is shown first, then done to those whose node is still there, in their trace', async () => {
    const gone = getInput('Name?', { id: 'ask' });
    const { flowId, word } = await scene.publish(
      flow(
        start(),
        message('Hi', { to: [{ node: 'w' }] }),
        wait('2h', { id: 'w' }),
        message('Old', { end: true }),
        gone,
      ),
    );
    const { run, personId } = await scene.walkInto(word);
    const next = flow(start(), message('Hi'), wait('2h', { id: 'w' }), message('New'));
    await scene.republish(flowId, next);
    const move = (dryRun: boolean) =>
      scene.test.api.ok(endpoints.movePeople, {
        token: scene.user.token,
        params: { id: flowId, version: 2 },
        body: { dryRun },
      });
    const standing = [{ version: 1, nodeId: 'w', nodeName: 'wait', count: 1, outcome: 'moves' }];
    const nobodyElse = { ended: 0, refused: [], standing };
    expect(await move(true)).toEqual({ moved: 0, remaining: 1, ...nobodyElse });
    expect((await scene.getRun(run.runId)).version).toBe(1);
    expect(await move(false)).toEqual({ moved: 1, remaining: 0, ...nobodyElse });
    const shown = await scene.getRun(run.runId);
    expect([shown.version, shown.standsAt.version, shown.turns.at(-1)?.candidates]).toEqual([
      2,
      2,
      [
        expect.objectContaining({
          reason: 'moved_to_version',
          detail: expect.objectContaining({ byUserId: scene.user.userId, nodeId: 'w' }),
        }),
      ],
    ]);
    expect((await scene.command(endpoints.releaseRun, run.runId)).status).toBe(200);
    await scene.isSent(personId, 'New');
  });

  it('leads taps on buttons sent before into the new version', async () => {
    const asking = (answer: string) =>
      flow(
        start(),
        message('Ready?', { id: 'ask', buttons: [quickReply('Yes', 'YES')], to: [onButton('YES', 'yes')] }),
        message(answer, { id: 'yes' }),
      );
    const { flowId, word } = await scene.publish(asking('Old'));
    const { run, personId } = await scene.walkInto(word);
    await scene.republish(flowId, asking('New'));
    await scene.test.api.ok(endpoints.movePeople, {
      token: scene.user.token,
      params: { id: flowId, version: 2 },
      body: { dryRun: false },
    });
    await deliver(
      scene.test,
      textWebhook({ accountId: scene.account.instagramUserId, personId, text: 'yes' }),
    );
    await scene.comesTo(run.runId, 'completed');
    await scene.isSent(personId, 'New');
  });

  it('leaves those whose node is gone, and lists them', async () => {
    const { flowId, word } = await scene.publish(greetAndWait());
    const { run } = await scene.walkInto(word);
    const next = flow(start(), message('Hi'), wait('2h', { id: 'other' }), message('New'));
    await scene.republish(flowId, next);
    const params = { id: flowId, version: 2 };
    const answer = await scene.test.api.ok(endpoints.movePeople, {
      token: scene.user.token,
      params,
      body: { dryRun: false },
    });
    expect(answer).toMatchObject({
      moved: 0,
      remaining: 0,
      standing: [{ outcome: 'node_missing', count: 1 }],
    });
    expect((await scene.getRun(run.runId)).version).toBe(1);
    const unknown = await scene.test.api.call(endpoints.movePeople, {
      token: scene.user.token,
      params: { id: flowId, version: 9 },
    });
    expect(unknown.status).toBe(404);
  });
});
