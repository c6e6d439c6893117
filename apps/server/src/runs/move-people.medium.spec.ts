import { endpoints } from '@instaflow/contracts';
import { flow, message, onButton, quickReply, start, wait } from '@instaflow/flow-model';
import { RunScenario } from '../spec-support/run-scenario';
import { deliver, textWebhook } from '../spec-support/scenario';

let scene: RunScenario;
beforeAll(async () => {
  scene = await RunScenario.open();
});
afterAll(() => scene.close());

const asks = (text: string, id: string) =>
  flow(
    start(),
    message(text, {
      id,
      name: text,
      buttons: [quickReply('Yes', 'YES')],
      to: [onButton('YES', `${id}_yes`)],
    }),
    message(`Yes to ${text}`, { id: `${id}_yes` }),
  );
const sizeThenColour = async () => {
  const published = await scene.publish(asks('Which size?', 'size'));
  const walked = await scene.walkInto(published.word);
  await scene.republish(published.flowId, asks('Which colour?', 'colour'));
  return { ...published, ...walked };
};
const move = (flowId: string, body: object) =>
  scene.test.api.call(endpoints.movePeople, {
    token: scene.user.token,
    params: { id: flowId, version: 2 },
    body,
  });
const to = (targetNodeId: string | null) => ({ removedSteps: [{ nodeId: 'size', targetNodeId }] });

describe('people at a step that the new version does not have', () => {
  it('go on at the step that is chosen for it, which their trace tells', async () => {
    const { flowId, run, personId } = await sizeThenColour();
    const other = await scene.walkInto((await scene.publish(asks('Which size?', 'size'))).word);
    const goesTo = { nodeId: 'colour', nodeName: 'Which colour?' };
    const shown = await move(flowId, to('colour'));
    expect(shown.body).toMatchObject({
      moved: 0,
      remaining: 1,
      standing: [{ nodeId: 'size', outcome: 'node_missing', count: 1, goesTo }],
    });
    // Nothing on their way is still there: the new question is another step.
    expect(shown.body.standing[0]?.next).toBeNull();
    const done = await move(flowId, { ...to('colour'), dryRun: false });
    expect(done.body).toMatchObject({ moved: 1, ended: 0, remaining: 0, refused: [] });
    await scene.isSent(personId, 'Which colour?');
    const moved = await scene.getRun(run.runId);
    expect([moved.version, moved.standsAt]).toEqual([
      2,
      expect.objectContaining({ version: 2, nodeId: 'colour' }),
    ]);
    expect(moved.turns.at(-1)).toMatchObject({
      candidates: [
        { reason: 'move', detail: { byUserId: scene.user.userId, nodeId: 'size', toNodeId: 'colour' } },
      ],
      steps: [
        { version: 1, nodeId: 'size', reason: 'moved_by_person' },
        { version: 2, nodeId: 'colour', outcome: 'waiting' },
      ],
    });
    await deliver(
      scene.test,
      textWebhook({ accountId: scene.account.instagramUserId, personId, text: 'yes' }),
    );
    await scene.isSent(personId, 'Yes to Which colour?');
    await scene.comesTo(run.runId, 'completed');
    expect((await scene.getRun(other.run.runId)).standsAt.nodeId).toBe('size');
    expect(scene.sentTexts(other.personId)).toEqual(['Which size?']);
  });

  it('leave the flow when that is chosen', async () => {
    const { flowId, run, personId } = await sizeThenColour();
    const done = await move(flowId, { ...to(null), dryRun: false });
    expect(done.body).toMatchObject({ moved: 0, ended: 1, remaining: 0, standing: [{ goesTo: null }] });
    await scene.comesTo(run.runId, 'cancelled');
    expect((await scene.getRun(run.runId)).turns.at(-1)).toMatchObject({
      candidates: [{ reason: 'cancel', detail: { byUserId: scene.user.userId } }],
    });
    expect(scene.sentTexts(personId)).toEqual(['Which size?']);
  });

  it('finish their version when nothing is chosen', async () => {
    const { flowId, run, personId } = await sizeThenColour();
    expect((await move(flowId, { dryRun: false })).body).toMatchObject({ moved: 0, ended: 0, remaining: 0 });
    await deliver(
      scene.test,
      textWebhook({ accountId: scene.account.instagramUserId, personId, text: 'yes' }),
    );
    await scene.isSent(personId, 'Yes to Which size?');
    expect((await scene.getRun(run.runId)).version).toBe(1);
  });

  it('stay while automation is paused for them, and are counted with the reason', async () => {
    const { flowId, run } = await sizeThenColour();
    await scene.test.api.ok(endpoints.pauseContactAutomation, {
      ...scene.at(run.contactId),
      body: { minutes: 60 },
    });
    const done = await move(flowId, { ...to('colour'), dryRun: false });
    expect(done.body).toMatchObject({
      moved: 0,
      remaining: 0,
      refused: [{ reason: 'contact_paused', count: 1 }],
    });
    expect((await scene.getRun(run.runId)).standsAt.nodeId).toBe('size');
  });

  it('are not sent to a step that is not there', async () => {
    const { flowId } = await sizeThenColour();
    const answer = await move(flowId, to('gone'));
    expect([answer.status, answer.error.code]).toEqual([422, 'step_missing']);
  });

  it('are shown the next step on their way that is still there', async () => {
    const before = flow(start(), wait('2h', { id: 'w' }), message('Later', { id: 'l' }));
    const { flowId, word } = await scene.publish(before);
    await scene.walkInto(word);
    await scene.republish(flowId, flow(start(), message('Later', { id: 'l', name: 'Later' })));
    const shown = await move(flowId, {});
    expect(shown.body.standing).toMatchObject([
      { nodeId: 'w', outcome: 'node_missing', next: { nodeId: 'l', nodeName: 'Later' } },
    ]);
    expect((await move(flowId, { dryRun: false })).body.standing[0]).not.toHaveProperty('next');
  });

  it('may go on although those whose step is still there stay', async () => {
    const before = flow(start(), message('Hi'), wait('2h', { id: 'w' }), message('Later', { id: 'l' }));
    const { flowId, word } = await scene.publish(before);
    const { run } = await scene.walkInto(word);
    await scene.republish(flowId, flow(start(), wait('2h', { id: 'w' }), message('New', { id: 'l' })));
    const done = await move(flowId, { dryRun: false, moveKept: false });
    expect(done.body).toMatchObject({ moved: 0, remaining: 0, standing: [{ outcome: 'moves' }] });
    expect((await scene.getRun(run.runId)).version).toBe(1);
  });
});
