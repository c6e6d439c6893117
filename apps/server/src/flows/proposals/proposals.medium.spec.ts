import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { endpoints } from '@instaflow/contracts';
import { flow, message, start } from '@instaflow/flow-model';
import { startModelStub, waitFor, type ModelReply, type ModelStub } from '@instaflow/testing';
import { BuilderScenario } from '../../spec-support/builder-scenario';
import { signUp } from '../../spec-support/scenario';
import { draftedSteps } from './spec-support/drafted-steps';

const key = 'sk-secret-of-the-operator';
const usable: ModelReply = { content: JSON.stringify(draftedSteps) };
const useless: ModelReply = { content: JSON.stringify({ ...draftedSteps, steps: [] }) };

let model: ModelStub;
let scene: BuilderScenario;
let flowId: string;
beforeAll(async () => {
  model = await startModelStub();
  scene = await BuilderScenario.open({
    listen: true,
    env: { OPENAI_API_KEY: key, OPENAI_BASE_URL: model.url, OPENAI_MODEL: 'small-one' },
  });
  ({ flowId } = await scene.draw(
    flow(start({ id: 's' }), message('Hello there', { id: 'm', name: 'Welcome' })),
  ));
});
beforeEach(() => {
  model.requests.length = 0;
  model.replies = [usable];
  model.abandoned = 0;
});
afterAll(async () => {
  await scene.close();
  await model.close();
});

const description = 'Ask what they want and hand over.';
const propose = (body: object = { description, afterNodeId: 'm' }, token = scene.user.token) =>
  scene.test.api.call(endpoints.proposeSteps, { ...scene.at(flowId, {}, token), body });

describe('steps drafted from words', () => {
  it('are answered as nodes of their own, while the flow stays as it is', async () => {
    const before = await scene.test.api.ok(endpoints.getFlow, scene.at(flowId));
    const { body } = await propose();
    expect(body.summary).toBe(draftedSteps.summary);
    expect(body.nodes.map(({ type }) => type)).toEqual(['message', 'tag_contact', 'human_takeover']);
    expect(body.nodes[0]?.['id']).toBe(body.firstNodeId);
    expect(body.usage).toEqual({ inputTokens: 900, outputTokens: 300 });
    const other = (await propose()).body;
    const ids = [...body.nodes, ...other.nodes].map(({ id }) => id);
    expect(new Set(ids).size).toBe(6);
    expect(await scene.test.api.ok(endpoints.getFlow, scene.at(flowId))).toEqual(before);
  });

  it('are asked for with the words, the step before and the schema, and nothing else of the flow', async () => {
    await propose();
    const [asked] = model.requests;
    expect(asked).toMatchObject({
      path: '/v1/chat/completions',
      authorization: `Bearer ${key}`,
      body: {
        model: 'small-one',
        max_completion_tokens: 8_000,
        response_format: { type: 'json_schema', json_schema: { name: 'proposed_steps', strict: true } },
      },
    });
    const [system, user, ...more] = asked?.body['messages'] as { role: string; content: string }[];
    expect(more).toEqual([]);
    expect([system?.role, user?.role]).toEqual(['system', 'user']);
    expect(system?.content).not.toContain(description);
    expect(user?.content).toContain(description);
    expect(user?.content).toContain('They follow the step "Welcome" (message).\nIt says: Hello there');
  });

  it('are asked for once more when the answer cannot be used, with the reason', async () => {
    model.replies = [useless, usable];
    const { body } = await propose();
    expect(body.nodes).toHaveLength(3);
    expect(body.usage).toEqual({ inputTokens: 1_800, outputTokens: 600 });
    const turns = model.requests[1]?.body['messages'] as { role: string; content: string }[];
    expect(turns.map(({ role }) => role)).toEqual(['system', 'user', 'assistant', 'user']);
    expect(turns.at(-1)?.content).toMatch(/^This cannot be used\. Answer again in full\.\n- steps: /);
  });

  it.each<[string, ModelReply, number, RegExp]>([
    ['answers uselessly', useless, 2, /nothing that can be used/],
    ['answers no JSON', { content: 'Sure!' }, 2, /nothing that can be used/],
    ['answers nothing', { content: '' }, 1, /answered nothing/],
    ['answers something else', { raw: '{}' }, 1, /answered nothing/],
    ['is a web page', { raw: '<html>' }, 1, /is no language model: check OPENAI_BASE_URL/],
    ['is cut off', { cutOff: '{"summ' }, 1, /smaller part/],
    ['declines', { refusal: 'I cannot help with that.' }, 1, /declined: I cannot help with that\./],
    ['refuses the key', { status: 401, message: `Incorrect key ${key}` }, 1, /check OPENAI_API_KEY/],
    ['is not there', { status: 404 }, 1, /“small-one” at 127\.0\.0\.1:\d+: check OPENAI_MODEL/],
    ['is over its limit', { status: 429 }, 2, /limit/],
    ['knows no schemas', { status: 400 }, 1, /JSON schema/],
    ['is out of order', { status: 500 }, 2, /out of order/],
  ])('are refused in words when the model %s', async (_, reply, requests, words) => {
    model.replies = [reply];
    const { status, error } = await propose();
    expect([status, error.code]).toEqual([502, 'ai_failed']);
    expect(error.message).toMatch(words);
    expect(JSON.stringify(error)).not.toContain(key);
    expect(model.requests).toHaveLength(requests);
  });

  it('are no longer asked for once whoever asked has gone', async () => {
    model.replies = ['silence'];
    const { port } = scene.test.app.getHttpServer().address() as AddressInfo;
    const asking = request({
      port,
      method: 'POST',
      path: `/api/v1/flows/${flowId}/propose-steps`,
      headers: { authorization: `Bearer ${scene.user.token}`, 'content-type': 'application/json' },
    });
    asking.on('error', () => undefined);
    asking.end(JSON.stringify({ description }));
    await waitFor(() => model.requests.length === 1, { what: 'the request' });
    expect(model.abandoned).toBe(0);
    asking.destroy();
    await waitFor(() => model.abandoned === 1, { what: 'the end of the request' });
  });

  it('are for those who may edit the flow', async () => {
    const viewer = await scene.member('viewer');
    expect((await propose(undefined, viewer.token)).status).toBe(403);
    const stranger = await signUp(scene.test);
    expect((await propose(undefined, stranger.token)).status).toBe(404);
    expect(model.requests).toEqual([]);
  });

  it.each<[string, object]>([
    ['without words', {}],
    ['of blanks', { description: '  ' }],
    ['that is too long', { description: 'x'.repeat(2_001) }],
    ['that chooses the model', { description, model: 'other' }],
  ])('are refused for a request %s', async (_, body) => {
    expect((await propose(body)).status).toBe(400);
  });

  it('are drafted thirty times an hour and person at most', async () => {
    const editor = await scene.member('editor');
    const statuses: number[] = [];
    for (let count = 0; count < 31; count += 1)
      statuses.push((await propose(undefined, editor.token)).status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(30);
    expect(statuses.at(-1)).toBe(429);
  });
});

describe('without a model', () => {
  it('says what to set', async () => {
    const plain = await BuilderScenario.open();
    try {
      const drawn = await plain.draw(undefined);
      const { status, error } = await plain.test.api.call(endpoints.proposeSteps, {
        ...plain.at(drawn.flowId),
        body: { description },
      });
      expect([status, error.code]).toEqual([409, 'ai_not_configured']);
      expect(error.message).toContain('OPENAI_API_KEY');
    } finally {
      await plain.close();
    }
  });
});
