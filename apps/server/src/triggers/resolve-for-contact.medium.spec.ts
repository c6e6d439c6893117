import { v7 as newId } from 'uuid';
import { endpoints } from '@instaflow/contracts';
import { flow, getInput, message, onInput, start } from '@instaflow/flow-model';
import { RunScenario } from '../spec-support/run-scenario';
import { connect, signUp } from '../spec-support/scenario';

let scene: RunScenario;
beforeAll(async () => {
  scene = await RunScenario.open();
});
afterAll(() => scene.close());

const asks = () =>
  flow(
    start(),
    getInput('Which size?', {
      id: 'size',
      saveToAttribute: 'size',
      to: [onInput(true, 'thanks'), onInput(false, 'thanks')],
    }),
    message('Thanks', { id: 'thanks', end: true }),
  );

const resolve = (body: { text: string; contactId?: string }) =>
  scene.test.api.ok(endpoints.resolveTriggers, {
    ...scene.at(scene.account.instagramAccountId),
    body,
  });

describe('which flow would answer a contact', () => {
  it('says that the flow they are in takes the answer, which for somebody unknown nothing would', async () => {
    const { flowId, word } = await scene.publish(asks());
    const { contactId, run } = await scene.walkInto(word);
    expect(await resolve({ text: 'M please' })).toMatchObject({ triggerId: null, flowId: null });
    expect(await resolve({ text: 'M please', contactId })).toMatchObject({ triggerId: null, flowId });
    expect((await scene.getRun(run.runId)).status).toBe('waiting');
  });

  it('counts how often a trigger may answer the contact', async () => {
    const { flowId, word } = await scene.publish(flow(start(), message('Once')));
    const { triggers } = await scene.test.api.ok(endpoints.listFlowTriggers, scene.at(flowId));
    const triggerId = triggers[0]?.triggerId ?? '';
    const body = { oncePerContactHours: 24 };
    await scene.test.api.ok(endpoints.updateTrigger, { ...scene.at(triggerId), body });
    const { contactId } = await scene.walkInto(word, 'completed');
    expect(await resolve({ text: word })).toMatchObject({ triggerId });
    const answer = await resolve({ text: word, contactId });
    expect(answer.triggerId).toBeNull();
    expect(answer.candidates).toContainEqual(expect.objectContaining({ reason: 'once_per_contact' }));
  });

  it('knows no contacts of other accounts', async () => {
    const { api } = scene.test;
    const { word } = await scene.publish(asks());
    const { contactId } = await scene.walkInto(word);
    const stranger = await signUp(scene.test);
    const { instagramAccountId } = await connect(scene.test, stranger);
    const ask = (id: string) =>
      api.call(endpoints.resolveTriggers, {
        token: stranger.token,
        params: { id: instagramAccountId },
        body: { text: 'M', contactId: id },
      });
    expect((await ask(contactId)).status).toBe(404);
    expect((await ask(newId())).status).toBe(404);
  });
});
