import { dayMs, startWorld, type Json, type SpecWorld } from '../spec/start-world';

describe('Facebook Login', () => {
  let world: SpecWorld;
  let second: Json;
  beforeAll(async () => {
    world = await startWorld({ appId: '4711', webhook: { appSecret: 'shh' } });
    second = (await world.control('POST', '/accounts', { username: 'petal' })).body;
  });
  afterAll(() => world.close());

  const redirectUri = 'https://app.example/callback';
  const scopes = [
    'instagram_basic',
    'instagram_manage_messages',
    'instagram_manage_comments',
    'pages_show_list',
    'pages_manage_metadata',
    'pages_messaging',
  ];
  const request = { client_id: '4711', redirect_uri: redirectUri, scope: scopes.join(','), state: 'abc' };
  const decide = async (fields: Record<string, string>) => {
    const answer = await fetch(`${world.url}/v25.0/dialog/oauth`, {
      method: 'POST',
      body: new URLSearchParams({ ...request, ...fields }),
      redirect: 'manual',
    });
    return { status: answer.status, back: new URL(answer.headers.get('location') ?? 'http://none') };
  };
  const tick = (names: string[]) => Object.fromEntries(names.map((name) => [name, '1']));
  const allow = (granted = scopes, pages = [world.account.userId]) =>
    decide({
      decision: 'allow',
      ...tick(granted.map((scope) => `scope:${scope}`)),
      ...tick(pages.map((id) => `page:${id}`)),
    });
  const getToken = (query: object) => {
    const search = new URLSearchParams({ client_id: '4711', client_secret: 'shh', ...query });
    return world.graph('GET', `/v25.0/oauth/access_token?${search.toString()}`);
  };
  const redeem = async (code: string, query: object = {}) =>
    getToken({ redirect_uri: redirectUri, code, ...query });
  const logIn = async (granted?: string[], pages?: string[]): Promise<string> => {
    const { back } = await allow(granted, pages);
    const short = (await redeem(back.searchParams.get('code') ?? '')).body.access_token;
    return (await getToken({ grant_type: 'fb_exchange_token', fb_exchange_token: short })).body.access_token;
  };
  const get = (path: string, token: string) => world.graph('GET', path, undefined, token);
  const pagesOf = async (token: string): Promise<Json[]> =>
    (
      await get(
        '/me/accounts?fields=id,name,access_token,tasks,instagram_business_account{id,username}',
        token,
      )
    ).body.data;
  const pageToken = async (): Promise<Json> => (await pagesOf(await logIn()))[0];

  it('shows a dialog with every Page and permission, and takes a configuration instead of scopes', async () => {
    const read = async (query: Record<string, string>) => {
      const answer = await fetch(`${world.url}/dialog/oauth?${new URLSearchParams(query).toString()}`);
      return { status: answer.status, text: await answer.text() };
    };
    const { text } = await read(request);
    for (const shown of ['bloom', 'petal', 'pages_messaging', 'Cancel']) expect(text).toContain(shown);
    const byConfiguration = { client_id: '4711', redirect_uri: redirectUri, config_id: '99' };
    expect((await read(byConfiguration)).text).toContain('instagram_manage_messages');
    expect((await read({ ...request, client_id: '1' })).status).toBe(400);
    expect((await read({ client_id: '4711', redirect_uri: redirectUri })).status).toBe(400);
  });

  it('comes back with a code and #_=_, or with the refusal', async () => {
    const { back } = await allow();
    expect(back.href).toMatch(/^https:\/\/app\.example\/callback\?code=[\w-]+&state=abc#_=_$/);
    const refused = await decide({ decision: 'deny' });
    expect(Object.fromEntries(refused.back.searchParams)).toEqual({
      error: 'access_denied',
      error_code: '200',
      error_reason: 'user_denied',
      error_description: 'Permissions error',
      state: 'abc',
    });
  });

  it('redeems a code once, with the right secret and the identical address', async () => {
    const code = (await allow()).back.searchParams.get('code') ?? '';
    expect((await redeem(code, { client_secret: 'wrong' })).body.error.code).toBe(1);
    expect((await redeem(code, { client_id: '1' })).body.error.code).toBe(101);
    const elsewhere = await redeem(code, { redirect_uri: `${redirectUri}/` });
    expect(elsewhere.body.error).toMatchObject({ code: 100, error_subcode: 36008 });
    expect((await redeem(`${code}#_=_`)).body).toMatchObject({ token_type: 'bearer', expires_in: 3600 });
    expect((await redeem(code)).body.error).toMatchObject({ code: 100, error_subcode: 36009 });
  });

  it('lets codes die after an hour', async () => {
    const code = (await allow()).back.searchParams.get('code') ?? '';
    await world.advance(3_600_000);
    expect((await redeem(code)).body.error).toMatchObject({ code: 100, error_subcode: 36007 });
  });

  it('keeps the codes of both logins apart', async () => {
    const code = (await allow()).back.searchParams.get('code') ?? '';
    const form = new URLSearchParams({
      client_id: '4711',
      client_secret: 'shh',
      grant_type: 'authorization_code',
      redirect_uri: redirectUri,
      code,
    });
    const answer = await world.graph('POST', '/oauth/access_token', form.toString());
    expect(answer.body.error_message).toContain('Matching code was not found');
  });

  it('lists the chosen Pages with endless tokens of their own', async () => {
    const token = await logIn(scopes, [world.account.userId, second.userId]);
    const pages = await pagesOf(token);
    expect(pages.map((page) => page.instagram_business_account.username)).toEqual(['bloom', 'petal']);
    expect(pages[0].tasks).toEqual(expect.arrayContaining(['MESSAGING', 'MODERATE']));
    expect((await pagesOf(token))[0].access_token).toBe(pages[0].access_token);
    const debug = await get(`/debug_token?input_token=${pages[0].access_token}`, token);
    expect(debug.body.data).toMatchObject({ type: 'PAGE', is_valid: true, expires_at: 0, scopes });
    const asked = `/debug_token?input_token=${token}`;
    expect((await get(asked, '4711|shh')).body.data).toMatchObject({
      type: 'USER',
      is_valid: true,
      data_access_expires_at: expect.any(Number),
    });
    expect((await get(asked, '4711|guess')).body.error.code).toBe(190);
    await world.advance(100 * dayMs);
    expect((await get('/me?fields=id,name', pages[0].access_token)).body).toEqual({
      id: pages[0].id,
      name: 'bloom',
    });
    expect((await get('/me', token)).body.error).toMatchObject({ code: 190, error_subcode: 463 });
  });

  it('sends and subscribes under the Page, not under the account and not with the user token', async () => {
    const user = await logIn();
    const [page] = await pagesOf(user);
    const igsid = await world.newWriter();
    const body = { recipient: { id: igsid }, message: { text: 'From a Page' } };
    const send = (at: string, token: string) => world.graph('POST', `/${at}/messages`, body, token);
    expect((await send(page.id, page.access_token)).body.recipient_id).toBe(igsid);
    expect((await send('me', page.access_token)).status).toBe(200);
    expect((await send(world.account.userId, page.access_token)).body.error.error_subcode).toBe(33);
    expect((await send(page.id, user)).body.error.code).toBe(190);
    expect((await send('me', user)).body.error.code).toBe(190);
    const subscribe = (fields: string) =>
      world.graph(
        'POST',
        `/${page.id}/subscribed_apps?subscribed_fields=${fields}`,
        undefined,
        page.access_token,
      );
    expect((await subscribe('messages,feed')).body).toEqual({ success: true });
    expect((await subscribe('messages,messaging_seen')).body.error.code).toBe(100);
  });

  it('reads conversations under the Page, and media and comments under the account', async () => {
    const page = await pageToken();
    const igsid = await world.newWriter();
    const list = (query: string) =>
      get(`/${page.id}/conversations?user_id=${igsid}${query}`, page.access_token);
    expect((await list('&platform=instagram')).body.data).toHaveLength(1);
    expect((await list('')).body.data).toEqual([]);
    const mediaId = await world.newPost();
    await world.comment(mediaId, igsid, 'price?');
    const user = await logIn();
    for (const token of [page.access_token, user]) {
      expect((await get(`/${world.account.userId}/media`, token)).body.data[0].id).toBe(mediaId);
      expect((await get(`/${mediaId}/comments`, token)).body.data[0].text).toBe('price?');
      expect((await get(`/${world.account.userId}?fields=id,username`, token)).body).toEqual({
        id: world.account.userId,
        username: 'bloom',
      });
    }
  });

  it('asks for pages_messaging before a private reply and pages_manage_metadata before a subscription', async () => {
    const without = (name: string) => scopes.filter((scope) => scope !== name);
    const [page] = await pagesOf(await logIn(without('pages_messaging')));
    const commentId = await world.comment(await world.newPost(), await world.newPerson());
    const reply = (token: string) =>
      world.graph(
        'POST',
        '/me/messages',
        { recipient: { comment_id: commentId }, message: { text: 'x' } },
        token,
      );
    expect((await reply(page.access_token)).body.error).toMatchObject({ code: 10 });
    expect((await reply((await pageToken()).access_token)).status).toBe(200);
    const [other] = await pagesOf(await logIn(without('pages_manage_metadata')));
    const path = `/${other.id}/subscribed_apps?subscribed_fields=messages`;
    expect((await world.graph('POST', path, undefined, other.access_token)).body.error.code).toBe(10);
  });

  it('tells what was unticked', async () => {
    const token = await logIn(['instagram_basic', 'pages_show_list']);
    const { body } = await get('/me/permissions', token);
    expect(body.data).toContainEqual({ permission: 'instagram_basic', status: 'granted' });
    expect(body.data).toContainEqual({ permission: 'instagram_manage_messages', status: 'declined' });
    const [page] = await pagesOf(token);
    const igsid = await world.newWriter();
    const body_ = { recipient: { id: igsid }, message: { text: 'x' } };
    expect((await world.graph('POST', '/me/messages', body_, page.access_token)).body.error.code).toBe(10);
    expect((await get('/me/accounts', await logIn(['instagram_basic']))).body.error.code).toBe(10);
  });

  it('ends with the permissions: user and Page tokens die, the Instagram token lives', async () => {
    const user = await logIn();
    const [page] = await pagesOf(user);
    expect((await world.graph('DELETE', '/me/permissions', undefined, user)).body).toEqual({ success: true });
    for (const token of [user, page.access_token]) {
      expect((await get('/me', token)).body.error).toMatchObject({ code: 190, error_subcode: 458 });
    }
    const { body } = await world.control('POST', `/accounts/${world.account.userId}/tokens`, {});
    expect((await get('/me', body.accessToken)).status).toBe(200);
  });

  it('does not refresh or lengthen a Facebook token as an Instagram one', async () => {
    const user = await logIn();
    await world.advance(2 * dayMs);
    const path = `/refresh_access_token?grant_type=ig_refresh_token&access_token=${user}`;
    expect((await world.graph('GET', path)).body.error.code).toBe(190);
  });
});
