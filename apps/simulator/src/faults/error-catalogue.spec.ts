import { dayMs, startWorld, type Json, type SpecWorld } from '../spec/start-world';

describe('the error catalogue', () => {
  let world: SpecWorld;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.close());
  beforeEach(() => world.control('DELETE', '/faults'));

  const setAccount = (change: object) => world.control('PATCH', `/accounts/${world.account.userId}`, change);
  const setPerson = (igsid: string, change: object) =>
    world.control('PATCH', `/accounts/${world.account.userId}/persons/${igsid}`, change);
  const setSwitches = (change: object) => world.control('PATCH', '/switches', change);
  const codeOf = ({ body }: { body: Json }) => [body.error?.code, body.error?.error_subcode];

  it('has every row under a name that a fault brings about', async () => {
    const { errors } = (await world.control('GET', '/errors')).body;
    expect(errors.length).toBeGreaterThan(50);
    for (const { name, code, subcode, status } of errors) {
      await world.control('POST', '/faults', { kind: 'error', error: name, times: 1 });
      const answer = await world.graph('GET', '/me');
      expect([name, answer.status, ...codeOf(answer)]).toEqual([name, status, code, subcode]);
    }
    expect((await world.control('POST', '/faults', { kind: 'error', error: 'toString' })).status).toBe(400);
  });

  it.each([
    ['no_capability', 3, undefined],
    ['not_eligible', 36103, undefined],
    ['page_not_linked', 100, 2534013],
    ['link_or_two_factor', 10, 2534077],
    ['policy_block', 368, undefined],
  ])('knows the account in trouble: %s', async (problem, code, subcode) => {
    const igsid = await world.newWriter();
    await setAccount({ problem });
    expect(codeOf(await world.sendText(igsid, 'x'))).toEqual([code, subcode]);
    await setAccount({ problem: null });
    expect((await world.sendText(igsid, 'x')).status).toBe(200);
  });

  it.each([
    ['blocked_business', 2, undefined],
    ['cannot_receive', 10, 2018108],
    ['thread_archived', 2534001, undefined],
    ['abused', 613, 2018338],
  ])('knows the person out of reach: %s', async (problem, code, subcode) => {
    const igsid = await world.newWriter();
    await setPerson(igsid, { problem });
    expect(codeOf(await world.sendText(igsid, 'x'))).toEqual([code, subcode]);
    await setPerson(igsid, { problem: null });
    expect((await world.sendText(igsid, 'x')).status).toBe(200);
  });

  it('takes the other code and status for unavailable persons and missing permissions by switch', async () => {
    const igsid = await world.newWriter();
    await setPerson(igsid, { isUnavailable: true });
    expect(codeOf(await world.sendText(igsid, 'x'))).toEqual([551, 1545041]);
    await setSwitches({ unavailableCode: 200 });
    const refused = await world.sendText(igsid, 'x');
    expect([refused.status, ...codeOf(refused)]).toEqual([403, 200, 1545041]);
    await setSwitches({ unavailableCode: 551, permissionErrorStatus: 400 });
    const stranger = await world.newPerson();
    expect((await world.graph('GET', `/${stranger}`)).status).toBe(400);
    expect((await world.sendText(stranger, 'x')).status).toBe(403);
    await setSwitches({ permissionErrorStatus: 403 });
  });

  it('stops who writes to one person too often', async () => {
    const igsid = await world.newWriter();
    await setSwitches({ messagesPerThreadPerMinute: 2 });
    const codes = [];
    for (let index = 0; index < 3; index += 1) codes.push(codeOf(await world.sendText(igsid, 'x')));
    expect(codes).toEqual([
      [undefined, undefined],
      [undefined, undefined],
      [613, 2018338],
    ]);
    expect((await world.sendText(await world.newWriter(), 'x')).status).toBe(200);
    await world.advance(61_000);
    expect((await world.sendText(igsid, 'x')).status).toBe(200);
    await setSwitches({ messagesPerThreadPerMinute: 0 });
  });

  it('refuses links that are none, and long button titles by switch', async () => {
    const igsid = await world.newWriter();
    expect(codeOf(await world.sendText(igsid, 'see https:// now'))).toEqual([100, undefined]);
    expect((await world.sendText(igsid, 'see https://a.example/x?y=ä now')).status).toBe(200);
    const buttons = [{ type: 'postback', title: 'A title of more than twenty', payload: 'P' }];
    const payload = { template_type: 'button', text: 't', buttons };
    const message = { attachment: { type: 'template', payload } };
    const send = () => world.graph('POST', '/me/messages', { recipient: { id: igsid }, message });
    expect((await send()).status).toBe(200);
    await setSwitches({ longButtonTitles: 'refuse' });
    expect(codeOf(await send())).toEqual([100, undefined]);
    await setSwitches({ longButtonTitles: 'cut' });
  });

  it('carries a www-authenticate header with token errors, or not', async () => {
    const read = async () =>
      (await world.graph('GET', '/me', undefined, 'nonsense')).headers.get('www-authenticate');
    expect(await read()).toContain('invalid_token');
    await setSwitches({ authenticateHeader: false });
    expect(await read()).toBeNull();
    await setSwitches({ authenticateHeader: true });
  });

  it('tells an old comment apart by switch, and a live one once the broadcast is over', async () => {
    const reply = (commentId: string) =>
      world.graph('POST', '/me/messages', { recipient: { comment_id: commentId }, message: { text: 'x' } });
    const mediaId = await world.newPost({ isLive: true });
    const [during, after] = [
      await world.comment(mediaId, await world.newPerson()),
      await world.comment(mediaId, await world.newPerson()),
    ];
    expect((await reply(during)).status).toBe(200);
    await world.control('PATCH', `/accounts/${world.account.userId}/posts/${mediaId}`, { isLive: false });
    expect(codeOf(await reply(after))).toEqual([100, 2534025]);
    const old = await world.comment(await world.newPost(), await world.newPerson());
    await world.advance(8 * dayMs);
    await setSwitches({ oldCommentSubcode: 2534022 });
    expect(codeOf(await reply(old))).toEqual([10, 2534022]);
    await setSwitches({ oldCommentSubcode: 2534025 });
    expect(codeOf(await reply(old))).toEqual([100, 2534025]);
  });
});
