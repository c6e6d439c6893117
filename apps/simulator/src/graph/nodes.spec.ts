import { dayMs, startWorld, type Json, type SpecWorld } from '../spec/start-world';

describe('profiles, conversations and subscriptions', () => {
  let world: SpecWorld;
  beforeAll(async () => {
    world = await startWorld();
    await world.control('PATCH', '/switches', { conversationCallsPerSecond: 0 });
  });
  afterAll(() => world.close());

  it('/me tells both ids as strings beyond 2^53', async () => {
    const fields = 'id,user_id,username,name,account_type,followers_count,media_count,profile_picture_url';
    const { body } = await world.graph('GET', `/me?fields=${fields}`);
    expect(body).toMatchObject({ id: world.account.id, user_id: world.account.userId, username: 'bloom' });
    expect(body.user_id).toMatch(/^17841\d{12}$/);
    expect(BigInt(body.user_id)).toBeGreaterThan(BigInt(Number.MAX_SAFE_INTEGER));
    await world.control('PATCH', '/switches', { meWrapped: true });
    expect((await world.graph('GET', '/me?fields=user_id')).body.data[0].user_id).toBe(world.account.userId);
    await world.control('PATCH', '/switches', { meWrapped: false });
  });

  it('a profile is readable once its person wrote, not after a mere comment', async () => {
    const igsid = await world.newPerson({ username: 'ana', name: 'Ana', follows: false });
    await world.comment(await world.newPost(), igsid);
    expect((await world.graph('GET', `/${igsid}?fields=name`)).body.error.code).toBe(230);
    await world.write(igsid, { text: 'hi' });
    const { body } = await world.graph(
      'GET',
      `/${igsid}?fields=name,username,is_user_follow_business,follower_count`,
    );
    expect(body).toEqual({
      id: igsid,
      name: 'Ana',
      username: 'ana',
      is_user_follow_business: false,
      follower_count: 120,
    });
  });

  it('conversations lead to their messages, newest first, details of the newest 20 only', async () => {
    const igsid = await world.newPerson({ username: 'bea' });
    const mids: string[] = [];
    for (let index = 0; index < 22; index += 1)
      mids.unshift((await world.write(igsid, { text: `m${index}` })).mid);
    const { body: list } = await world.graph('GET', `/me/conversations?platform=instagram&user_id=${igsid}`);
    expect(list.data).toEqual([{ id: expect.any(String), updated_time: expect.any(String) }]);
    const { body } = await world.graph(
      'GET',
      `/${list.data[0].id}?fields=messages{id,created_time,from,to,message}`,
    );
    expect(body.messages.data.map(({ id }: Json) => id)).toEqual(mids);
    expect(body.messages.data[0]).toEqual({
      id: mids[0],
      created_time: expect.stringMatching(/\+0000$/),
      from: { username: 'bea', id: igsid },
      to: { data: [{ username: 'bloom', id: world.account.userId }] },
      message: 'm21',
    });
    const { body: message } = await world.graph('GET', `/${mids[19]}?fields=message`);
    expect(message).toEqual({ id: mids[19], message: 'm2' });
    expect((await world.graph('GET', `/${mids[20]}?fields=message`)).body.error.code).toBe(9000001);
  });

  it('conversations hide requests that were idle for a month', async () => {
    const [ignored, answered] = [
      await world.newWriter({ follows: false }),
      await world.newWriter({ follows: false }),
    ];
    await world.sendText(answered, 'an answer moves the thread out of the requests');
    const list = async (igsid: string) =>
      (await world.graph('GET', `/me/conversations?user_id=${igsid}`)).body.data;
    expect(await list(ignored)).toHaveLength(1);
    await world.advance(31 * dayMs);
    expect(await list(ignored)).toHaveLength(0);
    expect(await list(answered)).toHaveLength(1);
  });

  it('threads start in Primary or Requests and move to General when the API answers', async () => {
    const folderOf = async (igsid: string): Promise<string> =>
      (await world.control('GET', `/accounts/${world.account.userId}/threads/${igsid}`)).body.businessFolder;
    const [follower, stranger] = [
      await world.newWriter({ follows: true }),
      await world.newWriter({ follows: false }),
    ];
    expect([await folderOf(follower), await folderOf(stranger)]).toEqual(['primary', 'requests']);
    await world.sendText(stranger, 'hello');
    expect(await folderOf(stranger)).toBe('general');
  });

  it('conversation calls are limited per second', async () => {
    await world.control('PATCH', '/switches', { conversationCallsPerSecond: 2 });
    const answers = [];
    for (let index = 0; index < 3; index += 1) answers.push(await world.graph('GET', '/me/conversations'));
    expect(answers.map(({ body }) => body.error?.code)).toEqual([undefined, undefined, 613]);
    await world.control('PATCH', '/switches', { conversationCallsPerSecond: 0 });
  });

  it('a subscription is made, listed and taken back', async () => {
    const { body: other } = await world.control('POST', '/accounts', {});
    const call = (method: string, path: string, body?: unknown) =>
      world.graph(method, path, body, other.accessToken);
    expect((await call('GET', '/me/subscribed_apps')).body).toEqual({ data: [] });
    expect((await call('POST', '/me/subscribed_apps')).body.error.code).toBe(100);
    expect((await call('POST', '/me/subscribed_apps?subscribed_fields=follows')).body.error.code).toBe(100);
    expect((await call('POST', '/me/subscribed_apps', { subscribed_fields: ['messages'] })).body).toEqual({
      success: true,
    });
    expect(
      (await call('POST', `/${other.userId}/subscribed_apps?subscribed_fields=messages,comments`)).status,
    ).toBe(200);
    expect((await call('GET', '/me/subscribed_apps')).body.data[0].subscribed_fields).toEqual([
      'messages',
      'comments',
    ]);
    expect((await call('DELETE', '/me/subscribed_apps')).body).toEqual({ success: true });
    expect((await call('GET', '/me/subscribed_apps')).body).toEqual({ data: [] });
  });

  it('ice breakers and the menu are kept, shown and removed', async () => {
    const iceBreakers = [{ call_to_actions: [{ question: 'Prices?', payload: 'P' }], locale: 'default' }];
    const menu = [
      { locale: 'default', call_to_actions: [{ type: 'postback', title: 'Help', payload: 'H' }] },
    ];
    const profile = { platform: 'instagram', ice_breakers: iceBreakers, persistent_menu: menu };
    expect((await world.graph('POST', '/me/messenger_profile', profile)).body).toEqual({ success: true });
    expect((await world.graph('GET', '/me/messenger_profile?fields=ice_breakers')).body).toEqual({
      data: iceBreakers,
    });
    const igsid = await world.newPerson();
    const at = `/accounts/${world.account.userId}/persons/${igsid}/tap`;
    await world.control('POST', at, { kind: 'menu', index: 0 });
    expect((await world.sendText(igsid, 'the menu opened the window')).status).toBe(200);
    await world.graph('DELETE', '/me/messenger_profile', { fields: ['ice_breakers', 'persistent_menu'] });
    expect((await world.graph('GET', '/me/messenger_profile?fields=ice_breakers')).body).toEqual({
      data: [],
    });
    const five = [{ call_to_actions: Array.from({ length: 5 }, () => ({ question: 'q', payload: 'p' })) }];
    expect((await world.graph('POST', '/me/messenger_profile', { ice_breakers: five })).status).toBe(400);
  });
});
