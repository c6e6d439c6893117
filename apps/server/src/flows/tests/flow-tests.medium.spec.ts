import { endpoints, flowTestOutcome } from '@instaflow/contracts';
import {
  flow,
  goToFlow,
  message,
  start,
  type FlowDefinition,
  type FlowTestInput,
} from '@instaflow/flow-model';
import { BuilderScenario } from '../../spec-support/builder-scenario';

let scene: BuilderScenario;
beforeAll(async () => {
  scene = await BuilderScenario.open();
});
afterAll(() => scene.close());

const hello = (text = 'Hi'): FlowDefinition => flow(start(), message(text, { id: 'm' }));
const expecting = (text: string, name = 'Greets'): FlowTestInput => ({
  name,
  steps: [{ move: { kind: 'start' }, expect: { messages: [{ text }] } }],
});
const keep = (flowId: string, test: FlowTestInput) =>
  scene.test.api.ok(endpoints.createFlowTest, { ...scene.at(flowId), body: { test } });
const run = (flowId: string) => scene.test.api.ok(endpoints.runFlowTests, scene.at(flowId));
const publish = (flowId: string, body?: object) =>
  scene.test.api.call(endpoints.publishFlow, { ...scene.at(flowId), ...(body && { body }) });

describe('conversations kept with a flow', () => {
  it('are saved, replaced and deleted', async () => {
    const { flowId } = await scene.draw(hello());
    const { testId, test } = await keep(flowId, expecting('Hi'));
    expect(test).toMatchObject({ name: 'Greets', seed: 'test' });
    const key = scene.at(flowId, { testId });
    const changed = { ...key, body: { test: expecting('Hello', 'Renamed') } };
    await scene.test.api.ok(endpoints.updateFlowTest, changed);
    const { tests } = await scene.test.api.ok(endpoints.listFlowTests, scene.at(flowId));
    expect(tests).toMatchObject([{ testId, flowId, test: { name: 'Renamed' } }]);
    await scene.test.api.ok(endpoints.deleteFlowTest, key);
    expect((await scene.test.api.call(endpoints.deleteFlowTest, key)).status).toBe(404);
    expect((await scene.test.api.call(endpoints.updateFlowTest, changed)).status).toBe(404);
  });

  it('are played with the draft and the flows it goes to', async () => {
    const target = await scene.draw(hello('From the other flow'), 'Other');
    const { flowId } = await scene.draw(flow(start(), goToFlow(target.flowId)));
    await keep(flowId, expecting('From the other flow'));
    await keep(flowId, expecting('Something else', 'Fails'));
    const { passed, results } = await run(flowId);
    expect(passed).toBe(false);
    expect(results).toMatchObject([
      { outcome: 'passed', differences: [] },
      { outcome: 'failed', differences: [{ expected: 'Something else', actual: 'From the other flow' }] },
    ]);
  });

  it('begin with the triggers of the flow, without the words that exclude it', async () => {
    const { flowId } = await scene.draw(hello());
    await scene.test.api.ok(endpoints.createTrigger, {
      ...scene.at(flowId),
      body: { type: 'dm_keyword', keyword: 'price', excludeKeywords: ['shipping'] },
    });
    const says = (text: string, messages: { text: string }[]): FlowTestInput => ({
      name: text,
      steps: [{ move: { kind: 'text', text }, expect: { messages } }],
    });
    await keep(flowId, says('the price please', [{ text: 'Hi' }]));
    await keep(flowId, says('the shipping price', []));
    await keep(flowId, says('hello', []));
    expect(await run(flowId)).toMatchObject({ passed: true });
  });

  it('stop a publication that breaks them, unless it is asked not to listen', async () => {
    const { flowId } = await scene.draw(hello());
    await keep(flowId, expecting('Hi'));
    expect((await publish(flowId)).status).toBe(200);
    await scene.save(flowId, hello('Changed'));
    const refused = await publish(flowId);
    expect([refused.status, refused.error.code]).toEqual([422, 'flow_tests_failed']);
    const details = flowTestOutcome.array().parse(refused.error.details);
    expect(details).toMatchObject([{ name: 'Greets', outcome: 'failed' }]);
    const activated = await scene.test.api.call(endpoints.updateFlow, {
      ...scene.at(flowId),
      body: { status: 'active' },
    });
    expect([activated.status, activated.error.code]).toEqual([422, 'flow_tests_failed']);
    const preview = await scene.test.api.ok(endpoints.previewPublish, scene.at(flowId));
    expect(preview.tests.passed).toBe(false);
    expect((await publish(flowId, { ignoreFailedTests: true })).status).toBe(200);
    await scene.save(flowId, hello('Once more'));
    expect((await publish(flowId, { runTests: false })).status).toBe(200);
  });

  it('are 200 at most, of 100 kB each', async () => {
    const { flowId } = await scene.draw(hello());
    await scene.test.deps.engineSource.query(
      `INSERT INTO flow_test (id, workspace_id, flow_id, test)
       SELECT gen_random_uuid(), $1, $2, $3::jsonb || jsonb_build_object('name', n::text) FROM generate_series(1, 200) n`,
      [scene.user.workspaceId, flowId, JSON.stringify(expecting('Hi'))],
    );
    const full = await scene.test.api.call(endpoints.createFlowTest, {
      ...scene.at(flowId),
      body: { test: expecting('Hi') },
    });
    expect([full.status, full.error.code]).toEqual([422, 'too_many_flow_tests']);
    const startedAt = performance.now();
    expect((await run(flowId)).results).toHaveLength(200);
    expect(performance.now() - startedAt).toBeLessThan(10_000);
    const long = { ...expecting('x'.repeat(110_000)) };
    const other = await scene.draw(hello());
    const large = await scene.test.api.call(endpoints.createFlowTest, {
      ...scene.at(other.flowId),
      body: { test: long },
    });
    expect([large.status, large.error.code]).toEqual([422, 'flow_test_too_large']);
  });

  it('that leave the calendar fail by themselves, not the others', async () => {
    const { flowId } = await scene.draw(hello());
    const pass = { move: { kind: 'pass' as const, duration: '9999999d' } };
    await keep(flowId, { name: 'Endless', steps: Array.from({ length: 20 }, () => pass) });
    await keep(flowId, {
      name: 'Endless talk',
      steps: [...Array.from({ length: 20 }, () => pass), { move: { kind: 'start' } }],
    });
    await keep(flowId, expecting('Hi'));
    const { results } = await run(flowId);
    expect(results.at(-1)).toMatchObject({ outcome: 'passed' });
  });

  it.each([
    ['no steps', { name: 'x', steps: [] }],
    ['moves nobody knows', { name: 'x', steps: [{ move: { kind: 'dance' } }] }],
    ['fields nobody knows', { ...expecting('x'), surprise: 1 }],
  ])('with %s are refused with 400', async (_name, test) => {
    const { flowId } = await scene.draw(hello());
    const answer = await scene.test.api.call(endpoints.createFlowTest, {
      ...scene.at(flowId),
      body: { test },
    });
    expect(answer.status).toBe(400);
  });

  it('are played by everybody who may read flows, and kept only by editors', async () => {
    const { flowId } = await scene.draw(hello());
    const viewer = await scene.member('viewer');
    const agent = await scene.member('agent');
    const as = (token: string) => scene.at(flowId, {}, token);
    expect((await scene.test.api.call(endpoints.runFlowTests, as(viewer.token))).status).toBe(200);
    expect((await scene.test.api.call(endpoints.runFlowTests, as(agent.token))).status).toBe(403);
    const body = { test: expecting('Hi') };
    expect((await scene.test.api.call(endpoints.createFlowTest, { ...as(viewer.token), body })).status).toBe(
      403,
    );
  });
});
