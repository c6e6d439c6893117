import { endpoints, type BodyInputOf } from '@instaflow/contracts';
import {
  apiCall,
  flow,
  goToFlow,
  message,
  on,
  onNext,
  start,
  tagContact,
  templateGallery,
  type FlowDefinition,
} from '@instaflow/flow-model';
import { connect, signUp, signUpMember } from '../../spec-support/scenario';
import { BuilderScenario } from '../../spec-support/builder-scenario';

let scene: BuilderScenario;
beforeAll(async () => {
  scene = await BuilderScenario.open();
});
afterAll(() => scene.close());

type Body = BodyInputOf<typeof endpoints.importFlows>;
const hello = (text = 'Hi'): FlowDefinition => flow(start(), message(text, { id: 'm' }));
const calling = (header = 'Bearer secret', to: string | null = null): FlowDefinition =>
  flow(
    start(),
    apiCall('https://shop.example/stock', {
      id: 'call',
      headers: { Authorization: header },
      to: [onNext('tag'), on('error', 'tag')],
    }),
    tagContact('vip', { id: 'tag', to: [onNext(to === null ? 'm' : 'go')] }),
    ...(to === null ? [message('Hi', { id: 'm' })] : [goToFlow(to, { id: 'go' })]),
  );
const bundleOf = (definition: unknown, more: object = {}) => ({
  format: 'instaflow.flows',
  version: 1,
  flows: [{ id: 'a', name: 'A', definition, ...more }],
});
const bring = (body: object, accountId = scene.accountId) =>
  scene.test.api.call(endpoints.importFlows, { ...scene.at(accountId), body });
const take = (flowId: string) => scene.test.api.ok(endpoints.exportFlow, scene.at(flowId));
const countFlows = async (accountId = scene.accountId) =>
  (await scene.test.api.ok(endpoints.listFlows, scene.at(accountId))).total;

describe('an exported flow', () => {
  it('brings along the flows it goes to, triggers and conversations, and no secrets', async () => {
    const other = await scene.draw(hello('Other'), 'Other');
    const main = await scene.draw(calling('Bearer secret', other.flowId), 'Main');
    await scene.test.api.ok(endpoints.createTrigger, {
      ...scene.at(main.flowId),
      body: { type: 'dm_keyword', keyword: 'stock', excludeKeywords: ['old', 'new'] },
    });
    await scene.test.api.ok(endpoints.createFlowTest, {
      ...scene.at(main.flowId),
      body: {
        test: {
          name: 'Asks',
          steps: [{ move: { kind: 'text', text: 'stock' }, expect: { messages: [{ text: 'Other' }] } }],
        },
      },
    });
    const { requirements, ...bundle } = await take(main.flowId);
    expect(JSON.stringify(bundle)).not.toContain('Bearer');
    expect(bundle.flows.map(({ name, triggers, tests }) => [name, triggers.length, tests.length])).toEqual([
      ['Main', 1, 1],
      ['Other', 0, 0],
    ]);
    expect(requirements).toMatchObject({
      tags: [{ name: 'vip' }],
      secrets: [{ header: 'Authorization', isFilled: false }],
      flows: [{ flowId: other.flowId, isIncluded: true }],
    });
    const target = await connect(scene.test, scene.user);
    const secret = requirements.secrets[0]?.key ?? '';
    const mapping: Body['mapping'] = { secrets: { [secret]: 'Bearer other' }, tags: { vip: 'regular' } };
    const dry = await bring({ bundle, mapping, dryRun: true }, target.instagramAccountId);
    expect([dry.status, dry.body.flows, await countFlows(target.instagramAccountId)]).toEqual([201, [], 0]);
    const { body } = await bring({ bundle, mapping }, target.instagramAccountId);
    const [first, second] = body.flows.map((flow) => ({
      ...flow,
      text: JSON.stringify(flow.flowDefinition),
    }));
    if (!first || !second) throw new Error('both flows are imported');
    expect(body.flows).toMatchObject([
      { name: 'Main', status: 'draft', triggerLabels: ['dm_keyword: stock'] },
      { name: 'Other', status: 'draft' },
    ]);
    for (const word of ['Bearer other', 'regular', second.flowId]) expect(first.text).toContain(word);
    const ran = await scene.test.api.ok(endpoints.runFlowTests, scene.at(first.flowId));
    expect(ran).toMatchObject({ passed: true, results: [{ name: 'Asks' }] });
    const { triggers } = await scene.test.api.ok(endpoints.listFlowTriggers, scene.at(first.flowId));
    expect(triggers).toMatchObject([{ excludeKeywords: ['old', 'new'], status: 'active' }]);
  });
});

describe('an import', () => {
  it.each([
    ['of a version nobody knows', bundleOf({ ...hello(), schemaVersion: 99 })],
    [
      'of 10,000 nodes',
      bundleOf({
        ...hello(),
        nodes: Array.from({ length: 10_000 }, (_, n) => ({
          id: `n${n}`,
          type: 'note',
          name: '',
          connections: [],
        })),
      }),
    ],
    [
      'of 1,001 triggers',
      {
        ...bundleOf(hello()),
        flows: Array.from({ length: 11 }, (_, n) => ({
          ...bundleOf(hello()).flows[0],
          id: `f${n}`,
          triggers: Array.from({ length: 91 }, () => ({ type: 'welcome_message' })),
        })),
      },
    ],
    [
      'of two flows of one name',
      { ...bundleOf(hello()), flows: [...bundleOf(hello()).flows, ...bundleOf(hello()).flows] },
    ],
    ['of something that is no flow', bundleOf({ nodes: 'none' })],
    ['of a trigger nobody knows', bundleOf(hello(), { triggers: [{ type: 'telepathy' }] })],
    [
      'of a keyword that could never fire',
      bundleOf(hello(), { triggers: [{ type: 'dm_keyword', keyword: ' , ' }] }),
    ],
    [
      'of a regular expression nobody can read',
      bundleOf(hello(), { triggers: [{ type: 'dm_keyword', keyword: '(', match: 'regex' }] }),
    ],
  ])('%s is refused with 422, and stores nothing', async (_name, bundle) => {
    const before = await countFlows();
    const answer = await bring({ bundle });
    expect([answer.status, answer.error.details]).toEqual([422, expect.any(Array)]);
    expect(await countFlows()).toBe(before);
  });

  it.each([
    ['another format', { ...bundleOf(hello()), format: 'other' }],
    ['a later version of files', { ...bundleOf(hello()), version: 2 }],
    ['no flows', { ...bundleOf(hello()), flows: [] }],
    [
      '201 flows',
      {
        ...bundleOf(hello()),
        flows: Array.from({ length: 201 }, (_, n) => ({ ...bundleOf(hello()).flows[0], id: `f${n}` })),
      },
    ],
  ])('of %s is refused with 400', async (_name, bundle) => {
    expect((await bring({ bundle })).status).toBe(400);
  });

  it('maps missing flows to flows of the account only', async () => {
    const stranger = await signUp(scene.test);
    const strangersAccount = await connect(scene.test, stranger);
    const foreign = await scene.test.api.ok(endpoints.createFlow, {
      token: stranger.token,
      params: { id: strangersAccount.instagramAccountId },
      body: { name: 'Foreign' },
    });
    const own = await scene.draw(hello(), 'Own');
    const bundle = bundleOf(flow(start(), goToFlow('elsewhere')));
    const to = (id: string) => bring({ bundle, mapping: { flows: { elsewhere: id } } });
    const refused = await to(foreign.flowId);
    expect([refused.status, refused.error.code]).toEqual([422, 'unknown_flow']);
    const { body } = await to(own.flowId);
    expect(JSON.stringify(body.flows[0]?.flowDefinition)).toContain(own.flowId);
    const unmapped = await bring({ bundle });
    expect(unmapped.body.flows[0]?.errorCount).toBeGreaterThan(0);
  });

  it('takes no name that could not be stored', async () => {
    const test = { name: 'T', contact: { tags: ['vip'] }, steps: [{ move: { kind: 'start' } }] };
    const bundle = bundleOf(hello(), { tests: [test] });
    const answer = await bring({ bundle, mapping: { tags: { vip: 'x'.repeat(500) } } });
    expect([answer.status, answer.error.code]).toEqual([422, 'invalid_mapping']);
  });

  it('may have four megabytes, and no more', async () => {
    const notes = Array.from({ length: 150 }, (_, n) => ({ id: `n${n}`, text: 'x'.repeat(10_000) }));
    const fits = await bring({ bundle: bundleOf({ ...hello(), notes }), dryRun: true });
    expect(fits.status).toBe(201);
    const large = await bring({ bundle: bundleOf(hello()), mapping: { tags: { a: 'x'.repeat(4_300_000) } } });
    expect(large.status).toBe(413);
  });

  it('is for editors', async () => {
    const agent = await scene.member('viewer');
    const answer = await scene.test.api.call(endpoints.importFlows, {
      ...scene.at(scene.accountId, {}, agent.token),
      body: { bundle: bundleOf(hello()) },
    });
    expect(answer.status).toBe(403);
  });
});

describe('templates', () => {
  it('are listed with what they need, and all of them can be imported and hold their conversations', async () => {
    const { templates } = await scene.test.api.ok(endpoints.listFlowTemplates, { token: scene.user.token });
    expect(templates.map(({ key }) => key)).toEqual(templateGallery.map(({ id }) => id));
    expect(new Set(templates.map(({ category }) => category))).toEqual(
      new Set(['shops', 'creators', 'agencies']),
    );
    for (const { bundle, testCount, steps } of templates) {
      expect(steps).toBeGreaterThan(1);
      const { body, status } = await bring({ bundle });
      expect(status).toBe(201);
      expect(body.flows.map(({ errorCount }) => errorCount)).toEqual(body.flows.map(() => 0));
      const ran = await scene.test.api.ok(endpoints.runFlowTests, scene.at(body.flows[0]?.flowId ?? ''));
      expect(ran).toMatchObject({ passed: true, results: { length: testCount } });
    }
  });
});

describe('a copy of a flow', () => {
  const copy = (flowId: string, body: object = {}) =>
    scene.test.api.call(endpoints.duplicateFlow, { ...scene.at(flowId), body });
  const withTrigger = async () => {
    const { flowId } = await scene.draw(calling(), 'Original');
    await scene.test.api.ok(endpoints.createTrigger, {
      ...scene.at(flowId),
      body: { type: 'welcome_message' },
    });
    await scene.test.api.ok(endpoints.createFlowTest, {
      ...scene.at(flowId),
      body: { test: { name: 'T', steps: [{ move: { kind: 'start' } }] } },
    });
    return flowId;
  };

  it('in its account keeps conversations and leads to itself where the flow did', async () => {
    const flowId = await withTrigger();
    await scene.save(flowId, flow(start(), message('Again'), goToFlow(flowId)));
    const { body } = await copy(flowId);
    expect([body.name, body.triggerCount]).toEqual(['Original (copy)', 0]);
    expect(JSON.stringify(body.flowDefinition)).toContain(body.flowId);
    const { tests } = await scene.test.api.ok(endpoints.listFlowTests, scene.at(body.flowId));
    expect(tests).toHaveLength(1);
  });

  it('for another account has its triggers switched off, and flows that are not there as problems', async () => {
    const other = await scene.draw(hello());
    const flowId = await withTrigger();
    await scene.save(flowId, calling('Bearer secret', other.flowId));
    const { instagramAccountId } = await connect(scene.test, scene.user);
    const { body } = await copy(flowId, { instagramAccountId, name: 'Second' });
    expect(body).toMatchObject({ instagramAccountId, name: 'Second', status: 'draft', errorCount: 1 });
    expect(JSON.stringify(body.flowDefinition)).toContain('Bearer secret');
    const { triggers } = await scene.test.api.ok(endpoints.listFlowTriggers, scene.at(body.flowId));
    expect(triggers).toMatchObject([{ type: 'welcome_message', status: 'inactive', instagramAccountId }]);
  });

  it('for another workspace leaves secrets behind, and needs an editor there', async () => {
    const flowId = await withTrigger();
    const client = await signUp(scene.test);
    const { instagramAccountId } = await connect(scene.test, client);
    expect((await copy(flowId, { instagramAccountId })).status).toBe(404);
    const join = (role: string) =>
      scene.test.deps.engineSource.query(
        `INSERT INTO workspace_member (workspace_id, user_id, role) VALUES ($1, $2, $3)
         ON CONFLICT (workspace_id, user_id) DO UPDATE SET role = excluded.role`,
        [client.workspaceId, scene.user.userId, role],
      );
    const copyAfterLogin = async (role: string) => {
      await join(role);
      const { token } = await scene.test.api.ok(endpoints.login, {
        body: { email: scene.user.email, password: 'correct horse battery' },
      });
      return scene.test.api.call(endpoints.duplicateFlow, {
        ...scene.at(flowId, {}, token),
        body: { instagramAccountId },
      });
    };
    expect((await copyAfterLogin('viewer')).status).toBe(403);
    const { body, status } = await copyAfterLogin('editor');
    expect([status, body.instagramAccountId]).toEqual([201, instagramAccountId]);
    expect(JSON.stringify(body.flowDefinition)).not.toContain('Bearer secret');
    const shown = await scene.test.api.call(endpoints.getFlow, {
      token: client.token,
      params: { id: body.flowId },
    });
    expect(shown.status).toBe(200);
  });

  it('is not made by viewers', async () => {
    const flowId = await withTrigger();
    const viewer = await signUpMember(scene.test, { workspaceId: scene.user.workspaceId, role: 'viewer' });
    const answer = await scene.test.api.call(endpoints.duplicateFlow, scene.at(flowId, {}, viewer.token));
    expect(answer.status).toBe(403);
  });
});
