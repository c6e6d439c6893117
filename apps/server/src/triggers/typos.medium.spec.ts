import { endpoints } from '@instaflow/contracts';
import { flow, message, start } from '@instaflow/flow-model';
import { RunScenario } from '../spec-support/run-scenario';

let scene: RunScenario;
beforeAll(async () => {
  scene = await RunScenario.open();
});
afterAll(() => scene.close());

describe('a trigger that forgives typos', () => {
  it('is saved, told by the test of triggers, and fires', async () => {
    const { api } = scene.test;
    const { flowId } = await scene.publish(flow(start(), message('Our prices')));
    const trigger = await api.ok(endpoints.createTrigger, {
      ...scene.at(flowId),
      body: { type: 'dm_keyword', keyword: 'price list', allowTypos: true },
    });
    expect(trigger.allowTypos).toBe(true);
    const resolve = () =>
      api.ok(endpoints.resolveTriggers, {
        ...scene.at(scene.account.instagramAccountId),
        body: { text: 'your prise list?' },
      });
    expect(await resolve()).toMatchObject({ triggerId: trigger.triggerId });
    expect((await resolve()).candidates).toContainEqual(
      expect.objectContaining({ outcome: 'chosen', reason: 'contains_word~:price list' }),
    );
    const { personId } = await scene.walkInto('your prise list?', 'completed');
    await scene.isSent(personId, 'Our prices');
    const body = { allowTypos: false };
    expect(await api.ok(endpoints.updateTrigger, { ...scene.at(trigger.triggerId), body })).toMatchObject(
      body,
    );
    expect(await resolve()).toMatchObject({ triggerId: null });
  });
});
