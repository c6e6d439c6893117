import { endpoints, staleFlow } from '@instaflow/contracts';
import { flow, goToFlow, message, start, wait, type FlowDefinition } from '@instaflow/flow-model';
import { signUp } from '../spec-support/scenario';
import { BuilderScenario } from '../spec-support/builder-scenario';

let scene: BuilderScenario;
beforeAll(async () => {
  scene = await BuilderScenario.open();
});
afterAll(() => scene.close());

const hello = (text = 'Hi'): FlowDefinition => flow(start(), message(text, { id: 'm' }));
const onlyStart = flow(start({ to: [] }));
const put = (flowId: string, body: object) =>
  scene.test.api.call(endpoints.updateFlow, { ...scene.at(flowId), body });

describe('saving a draft', () => {
  it('of an older revision is 409 with the flow as it is now, so that both can be merged', async () => {
    const { flowId, revision } = await scene.draw(hello());
    const saved = await scene.save(flowId, hello('Changed by somebody else'));
    const answer = await put(flowId, { flowDefinition: hello('Mine'), revision });
    expect([answer.status, answer.error.code]).toEqual([409, 'stale_revision']);
    const details = staleFlow.parse(answer.error.details);
    expect(details.revision).toBe(saved.revision);
    expect(JSON.stringify(details.flowDefinition)).toContain('Changed by somebody else');
  });

  it('that would lose every step is refused, and not one that deletes them', async () => {
    const { flowId } = await scene.draw(hello());
    const refused = await put(flowId, { flowDefinition: onlyStart });
    expect([refused.status, refused.error.code]).toEqual([422, 'flow_would_be_emptied']);
    const replaced = [{ op: 'replace_document', definition: onlyStart }];
    expect((await put(flowId, { flowDefinition: onlyStart, operations: replaced })).status).toBe(422);
    const operations = [{ op: 'remove_node', nodeId: 'm' }];
    const emptied = await put(flowId, { flowDefinition: onlyStart, operations });
    expect([emptied.status, emptied.body.flowDefinition['nodes']]).toEqual([
      200,
      [expect.objectContaining({ type: 'start' })],
    ]);
    expect((await put(flowId, { flowDefinition: hello() })).status).toBe(200);
  });

  it('refuses operations nobody knows', async () => {
    const { flowId } = await scene.draw(hello());
    const answer = await put(flowId, { flowDefinition: hello(), operations: [{ op: 'explode' }] });
    expect([answer.status, answer.error.code]).toEqual([400, 'malformed_request']);
  });

  it('counts its errors, and none once it is corrected', async () => {
    const broken = await scene.draw(flow(start(), message('')));
    expect(broken.errorCount).toBeGreaterThan(0);
    expect((await scene.save(broken.flowId, hello())).errorCount).toBe(0);
  });
});

describe('the check of a flow', () => {
  const problemsOf = async (definition: FlowDefinition) => {
    const { problems } = await scene.test.api.ok(endpoints.validateFlow, {
      token: scene.user.token,
      body: { flowDefinition: definition, instagramAccountId: scene.accountId },
    });
    return problems.map(({ code, nodeId }) => `${code} ${nodeId}`);
  };

  it('looks through the flows it goes to, as they are published, else as they are drawn', async () => {
    const long = flow(start(), wait('20h'), message('Much later', { id: 'late' }));
    const draft = await scene.draw(long, 'Long');
    const into = flow(start(), wait('10h'), goToFlow(draft.flowId, { id: 'go' }));
    const late = (await problemsOf(into)).filter((problem) => problem.startsWith('late_in_other_flow'));
    expect(late.length).toBeGreaterThan(0);
    await scene.save(draft.flowId, flow(start(), message('At once')));
    expect((await problemsOf(into)).filter((problem) => problem.startsWith('late_in_other_flow'))).toEqual(
      [],
    );
    await scene.publish(draft.flowId);
    await scene.save(draft.flowId, long);
    expect((await problemsOf(into)).filter((problem) => problem.startsWith('late_in_other_flow'))).toEqual(
      [],
    );
  });

  it('ends for flows that go to each other in a circle', async () => {
    const first = await scene.draw(hello(), 'First');
    const second = await scene.draw(flow(start(), goToFlow(first.flowId)), 'Second');
    await scene.save(first.flowId, flow(start(), wait('1h'), goToFlow(second.flowId)));
    await expect(problemsOf(flow(start(), goToFlow(first.flowId)))).resolves.toEqual(expect.any(Array));
  });

  it('tells a file of this installation that is gone, and of another workspace, from one that is elsewhere', async () => {
    const upload = async (token: string, workspaceId: string): Promise<string> => {
      const response = await scene.test.app.inject({
        method: 'POST',
        url: `/api/v1/workspaces/${workspaceId}/media?fileName=a.png`,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'image/png' },
        payload: Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex'),
      });
      expect(response.statusCode).toBe(201);
      return (JSON.parse(response.body) as { url: string }).url;
    };
    const showing = (mediaUrl: string) =>
      problemsOf(flow(start(), message(null, { id: 'pic', mediaUrl, mediaType: 'image' })));
    const url = await upload(scene.user.token, scene.user.workspaceId);
    expect(await showing(url)).not.toContain('media_gone pic');
    expect(await showing('https://elsewhere.example/a.png')).not.toContain('media_gone pic');
    const stranger = await signUp(scene.test);
    expect(await showing(await upload(stranger.token, stranger.workspaceId))).toContain('media_gone pic');
    expect(await showing(url.replace(/media\/.{8}/, 'media/00000000'))).toContain('media_gone pic');
  });
});
