import { endpoints } from '@instaflow/contracts';
import { apiCall, flow, goToFlow, message, on, onNext, start } from '@instaflow/flow-model';
import { BuilderScenario } from '../../spec-support/builder-scenario';

let scene: BuilderScenario;
beforeAll(async () => {
  scene = await BuilderScenario.open();
});
afterAll(() => scene.close());

const share = async (flowId: string, body: object = {}) => {
  const link = await scene.test.api.ok(endpoints.createShareLink, { ...scene.at(flowId), body });
  return { ...link, token: link.url.split('/').at(-1) ?? '' };
};
const open = (token: string) => scene.test.api.call(endpoints.getSharedFlow, { params: { token } });

describe('a link to try a flow', () => {
  it('shows the draft and the flows it goes to without a login, and nothing of what calls send', async () => {
    const other = await scene.draw(
      flow(
        start(),
        apiCall('https://crm.example/path?key=abc', {
          headers: { 'X-Key': 'k1' },
          body: { pass: 'b1' },
          to: [onNext('m'), on('error', 'm')],
        }),
        message('There', { id: 'm' }),
      ),
      'Other',
    );
    const { flowId } = await scene.draw(flow(start(), message('Hi'), goToFlow(other.flowId)), 'Shared');
    const { url, token } = await share(flowId);
    expect(url).toBe(`http://localhost:4400/try/${token}`);
    const { body, headers } = await open(token);
    expect(body).toMatchObject({ name: 'Shared', linkedFlows: [{ flowId: other.flowId, name: 'Other' }] });
    expect(JSON.stringify(body)).toContain('https://crm.example/');
    for (const secret of ['abc', 'k1', 'b1', 'X-Key']) expect(JSON.stringify(body)).not.toContain(secret);
    expect(headers['cache-control']).toBe('no-store');
    await scene.save(flowId, flow(start(), message('Changed since')));
    expect(JSON.stringify((await open(token)).body)).toContain('Changed since');
  });

  it('ends when it is revoked, when its time has come, and with its flow', async () => {
    const { flowId } = await scene.draw(undefined);
    const revoked = await share(flowId);
    const key = scene.at(flowId, { shareLinkId: revoked.shareLinkId });
    await scene.test.api.ok(endpoints.revokeShareLink, key);
    expect((await open(revoked.token)).status).toBe(404);
    expect((await scene.test.api.call(endpoints.revokeShareLink, key)).status).toBe(404);
    const expired = await share(flowId, { expiresInDays: 1 });
    await scene.test.deps.engineSource.query(
      `UPDATE flow_share_link SET expires_at = now() - interval '1 second' WHERE id = $1`,
      [expired.shareLinkId],
    );
    expect((await open(expired.token)).status).toBe(404);
    const left = await share(flowId);
    const listed = await scene.test.api.ok(endpoints.listShareLinks, scene.at(flowId));
    expect(listed.shareLinks).toMatchObject([{ shareLinkId: left.shareLinkId, createdByName: 'Test User' }]);
    expect(JSON.stringify(listed)).not.toContain(left.token);
    await scene.test.api.ok(endpoints.deleteFlow, scene.at(flowId));
    expect((await open(left.token)).status).toBe(404);
  });

  it('is kept as a hash only, and not guessed', async () => {
    const { flowId } = await scene.draw(undefined);
    const { token, shareLinkId } = await share(flowId);
    const [row] = await scene.test.deps.engineSource.query<object[]>(
      'SELECT * FROM flow_share_link WHERE id = $1',
      [shareLinkId],
    );
    expect(JSON.stringify(row)).not.toContain(token);
    expect(token.length).toBeGreaterThanOrEqual(40);
    for (const guess of ['x', shareLinkId, `${token}x`, 'y'.repeat(200)])
      expect((await open(guess)).status).toBe(404);
  });

  it.each([0, 31, 1.5, '7'])('cannot hold for %p days', async (expiresInDays) => {
    const { flowId } = await scene.draw(undefined);
    const answer = await scene.test.api.call(endpoints.createShareLink, {
      ...scene.at(flowId),
      body: { expiresInDays },
    });
    expect(answer.status).toBe(400);
  });

  it('is made by editors, of a flow 50 at most', async () => {
    const { flowId } = await scene.draw(undefined);
    const viewer = await scene.member('viewer');
    const refused = await scene.test.api.call(endpoints.createShareLink, scene.at(flowId, {}, viewer.token));
    expect(refused.status).toBe(403);
    for (let count = 0; count < 50; count += 1) await share(flowId);
    const answer = await scene.test.api.call(endpoints.createShareLink, scene.at(flowId));
    expect([answer.status, answer.error.code]).toEqual([422, 'too_many_share_links']);
  });
});
