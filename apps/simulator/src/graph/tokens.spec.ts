import { dayMs, hourMs, startWorld, type SpecWorld } from '../spec/start-world';

describe('login and tokens', () => {
  let world: SpecWorld;
  beforeAll(async () => {
    world = await startWorld({ appId: '4711', webhook: { appSecret: 'shh' } });
  });
  afterAll(() => world.close());

  const redirectUri = 'https://app.example/callback?x=1';
  const request = {
    client_id: '4711',
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'instagram_business_basic,instagram_business_manage_messages',
    state: 'abc',
  };
  const decide = (fields: Record<string, string>) =>
    fetch(`${world.url}/oauth/authorize`, {
      method: 'POST',
      body: new URLSearchParams({ ...request, ...fields }),
      redirect: 'manual',
    });
  const allow = async () => {
    const answer = await decide({
      decision: 'allow',
      account: world.account.userId,
      'scope:instagram_business_basic': '1',
    });
    return new URL(answer.headers.get('location') ?? '');
  };
  const exchange = (fields: object) => {
    const form = {
      client_id: '4711',
      client_secret: 'shh',
      grant_type: 'authorization_code',
      redirect_uri: redirectUri,
    };
    return world.graph('POST', '/oauth/access_token', new URLSearchParams({ ...form, ...fields }).toString());
  };

  it('asks for consent and comes back with code, state and #_', async () => {
    const page = await fetch(`${world.url}/oauth/authorize?${new URLSearchParams(request).toString()}`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('bloom');
    const back = await allow();
    expect(back.href).toMatch(/^https:\/\/app\.example\/callback\?x=1&code=[\w-]+&state=abc#_$/);
  });

  it('comes back with the refusal', async () => {
    const back = new URL((await decide({ decision: 'deny' })).headers.get('location') ?? '');
    expect(Object.fromEntries(back.searchParams)).toMatchObject({
      error: 'access_denied',
      error_reason: 'user_denied',
      state: 'abc',
    });
  });

  it('refuses another app and a redirect that is no address', async () => {
    expect((await decide({ decision: 'allow', client_id: '1' })).status).toBe(400);
    expect((await decide({ decision: 'allow', redirect_uri: 'javascript:alert(1)' })).status).toBe(400);
  });

  it('exchanges the code once, for the scopes that were ticked', async () => {
    const code = (await allow()).searchParams.get('code') ?? '';
    expect((await exchange({ code, client_secret: 'wrong' })).status).toBe(400);
    expect((await exchange({ code, redirect_uri: 'https://else.example' })).body.error_message).toContain(
      'redirect_uri',
    );
    const { body } = await exchange({ code: `${code}#_` });
    expect(body.data[0]).toEqual({
      access_token: expect.any(String),
      user_id: world.account.id,
      permissions: 'instagram_business_basic',
    });
    expect((await exchange({ code })).body).toEqual({
      error_type: 'OAuthException',
      code: 400,
      error_message: 'Matching code was not found or was already used',
    });
  });

  it('answers flat and with a bare number by switch', async () => {
    await world.control('PATCH', '/switches', { tokenWrapped: false, userIdAsNumber: true });
    const form = new URLSearchParams({
      client_id: '4711',
      client_secret: 'shh',
      grant_type: 'authorization_code',
      redirect_uri: redirectUri,
      code: (await allow()).searchParams.get('code') ?? '',
    });
    const text = await (
      await fetch(`${world.url}/oauth/access_token`, { method: 'POST', body: form })
    ).text();
    expect(text).toContain(`"user_id":${world.account.id}`);
    expect(text).toContain('"permissions":["instagram_business_basic"]');
    await world.control('PATCH', '/switches', { tokenWrapped: true, userIdAsNumber: false });
  });

  it('turns a short token into one of 60 days and refreshes that after a day', async () => {
    const { body } = await exchange({ code: (await allow()).searchParams.get('code') ?? '' });
    const short: string = body.data[0].access_token;
    const lengthen = (token: string, secret = 'shh') =>
      world.graph(
        'GET',
        `/access_token?grant_type=ig_exchange_token&client_secret=${secret}&access_token=${token}`,
      );
    expect((await lengthen(short, 'wrong')).body.error.code).toBe(101);
    const long = (await lengthen(short)).body;
    expect(long).toEqual({ access_token: expect.any(String), token_type: 'bearer', expires_in: 5183943 });
    const refresh = (token: string) =>
      world.graph('GET', `/refresh_access_token?grant_type=ig_refresh_token&access_token=${token}`);
    expect((await refresh(long.access_token)).body.error.code).toBe(100);
    await world.advance(25 * hourMs);
    expect((await world.graph('GET', '/me', undefined, short)).body.error).toMatchObject({
      code: 190,
      error_subcode: 463,
    });
    const fresh = (await refresh(long.access_token)).body.access_token;
    await world.advance(59.5 * dayMs);
    expect((await world.graph('GET', '/me', undefined, long.access_token)).body.error.code).toBe(190);
    expect((await world.graph('GET', '/me', undefined, fresh)).status).toBe(200);
  });

  it('lets faults strike the refresh too, and keeps it in the ledger', async () => {
    const { body } = await world.control('POST', `/accounts/${world.account.userId}/tokens`, {
      kind: 'long',
    });
    await world.advance(2 * dayMs);
    await world.control('DELETE', '/ledger');
    await world.control('POST', '/faults', {
      kind: 'error',
      match: { path: 'refresh_access_token' },
      times: 1,
    });
    const refresh = () =>
      world.graph(
        'GET',
        `/refresh_access_token?grant_type=ig_refresh_token&access_token=${body.accessToken}`,
      );
    expect((await refresh()).status).toBe(500);
    expect((await refresh()).status).toBe(200);
    const entries = await world.ledger('path=refresh_access_token');
    expect(entries.map(({ result }) => result)).toEqual(['rejected', 'accepted']);
    expect(JSON.stringify(entries)).not.toContain(body.accessToken);
  });
});
