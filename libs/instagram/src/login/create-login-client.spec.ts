import { startGraphStub, type GraphStub } from '../spec-support/start-graph-stub';
import { createLoginClient, type LoginClient } from './create-login-client';

const app = { appId: '990', appSecret: 'S3CRET' };
const redirectUri = 'https://flow.example/api/v1/instagram-accounts/oauth/callback';

describe('the login client', () => {
  let stub: GraphStub;
  let client: LoginClient;

  beforeEach(async () => {
    stub = await startGraphStub();
    client = createLoginClient({
      instagramTokenUrl: `${stub.url}/token-host`,
      instagramGraphUrl: `${stub.url}/ig`,
      facebookGraphUrl: `${stub.url}/fb/`,
      version: 'v25.0',
      timeoutMs: 2_000,
    });
  });
  afterEach(async () => {
    await client.destroy();
    await stub.close();
  });
  const exchange = () => client.exchangeInstagramCode({ ...app, redirectUri, code: 'C0DE' });

  it.each([
    [
      'wrapped, permissions as text',
      '{"data":[{"access_token":"short","user_id":"17841405822304914","permissions":"a,b"}]}',
    ],
    [
      'flat, permissions as a list, the id a number',
      '{"access_token":"short","user_id":17841405822304914,"permissions":["a","b"]}',
    ],
  ])('exchanges the code of Instagram Login, answered %s', async (_name, body) => {
    stub.answer({ body });
    expect(await exchange()).toMatchObject({
      ok: true,
      token: 'short',
      appScopedUserId: '17841405822304914',
      permissions: ['a', 'b'],
    });
    expect(stub.seen).toEqual([
      {
        method: 'POST',
        path: '/token-host/oauth/access_token',
        query: {},
        authorization: undefined,
        contentType: 'application/x-www-form-urlencoded',
        body: {
          client_id: '990',
          client_secret: 'S3CRET',
          grant_type: 'authorization_code',
          redirect_uri: redirectUri,
          code: 'C0DE',
        },
      },
    ]);
  });

  it.each([
    [400, 'Matching code was not found or was already used', 'config', 'login_code_invalid'],
    [400, 'Invalid platform app', 'config', 'app_misconfigured'],
    [400, 'Error validating client secret.', 'config', 'app_misconfigured'],
    [
      400,
      'Error validating verification code. Please make sure your redirect_uri is identical',
      'config',
      'login_redirect_mismatch',
    ],
    [400, 'Something new', 'config', 'login_refused'],
    [429, 'Too many', 'throttled', 'rate_limited'],
    [500, 'Oops', 'transient', 'instagram_unavailable'],
  ])('reads the refusals of the token host: %s %s', async (status, message, outcome, code) => {
    stub.answer({ status, body: { error_type: 'OAuthException', code: 400, error_message: message } });
    const answer = await exchange();
    expect(answer).toMatchObject({ ok: false, outcome, code });
    expect(JSON.stringify(answer)).not.toMatch(/S3CRET|C0DE/);
  });

  it('lets a lost answer be tried again', async () => {
    stub.answer({ status: 502, body: '<html>' });
    expect(await exchange()).toMatchObject({ ok: false, outcome: 'transient' });
  });

  it('lengthens and refreshes tokens of Instagram', async () => {
    stub.answer({ body: { access_token: 'long', token_type: 'bearer', expires_in: 5_183_944 } });
    const long = await client.exchangeToken({ shortLivedToken: 'short', appSecret: 'S3CRET' });
    expect(long).toMatchObject({ ok: true, token: 'long', expiresInMs: 5_183_944_000 });
    await client.refreshToken({ token: 'long' });
    expect(stub.seen).toMatchObject([
      { path: '/ig/access_token', query: { grant_type: 'ig_exchange_token', access_token: 'short' } },
      { path: '/ig/refresh_access_token', query: { grant_type: 'ig_refresh_token' } },
    ]);
    stub.answer({ status: 400, body: { error: { code: 190, error_subcode: 463 } } });
    expect(await client.refreshToken({ token: 'old' })).toMatchObject({ outcome: 'token' });
  });

  it('exchanges the code of Facebook Login and lengthens the token', async () => {
    stub.answer({ body: { access_token: 'user', token_type: 'bearer' } });
    expect(await client.exchangeFacebookCode({ ...app, redirectUri, code: 'C0DE' })).toMatchObject({
      ok: true,
      token: 'user',
      expiresInMs: null,
    });
    stub.answer({ body: { access_token: 'long', token_type: 'bearer', expires_in: 5_184_000 } });
    expect(await client.extendFacebookToken({ ...app, token: 'user' })).toMatchObject({
      token: 'long',
      expiresInMs: 5_184_000_000,
    });
    expect(stub.seen).toMatchObject([
      {
        path: '/fb/v25.0/oauth/access_token',
        query: { client_id: '990', client_secret: 'S3CRET', redirect_uri: redirectUri, code: 'C0DE' },
      },
      { query: { grant_type: 'fb_exchange_token', fb_exchange_token: 'user' } },
    ]);
    stub.answer({ status: 400, body: { error: { code: 100, error_subcode: 36009 } } });
    expect(await client.exchangeFacebookCode({ ...app, redirectUri, code: 'C0DE' })).toMatchObject({
      code: 'login_code_invalid',
    });
    stub.answer({ status: 400, body: { error: { code: 101 } } });
    expect(await client.extendFacebookToken({ ...app, token: 'user' })).toMatchObject({
      code: 'app_misconfigured',
    });
  });

  it('reads what a Facebook user granted, and their Pages', async () => {
    stub.answer({
      body: {
        data: [
          { permission: 'instagram_basic', status: 'granted' },
          { permission: 'pages_show_list', status: 'declined' },
        ],
      },
    });
    expect(await client.listFacebookPermissions({ token: 'user' })).toMatchObject({
      granted: ['instagram_basic'],
      declined: ['pages_show_list'],
    });
    stub.answer({
      body: {
        data: [
          {
            id: '42',
            name: 'Shop',
            access_token: 'PAGE',
            tasks: ['MESSAGING', 'MODERATE'],
            instagram_business_account: { id: '17841', username: 'shop' },
          },
          { id: '43', access_token: 'PAGE2', tasks: [] },
        ],
        paging: { cursors: { before: 'a', after: 'b' } },
      },
    });
    expect(await client.listPages({ token: 'user', limit: 100 })).toMatchObject({
      nextCursor: null,
      items: [
        { pageId: '42', token: 'PAGE', instagramUserId: '17841', instagramUsername: 'shop' },
        { pageId: '43', name: null, instagramUserId: null },
      ],
    });
    expect(stub.seen).toMatchObject([
      { path: '/fb/v25.0/me/permissions', authorization: 'Bearer user' },
      { path: '/fb/v25.0/me/accounts', query: { limit: '100' } },
    ]);
  });

  it('looks a token up as the app', async () => {
    const data = {
      app_id: '990',
      is_valid: true,
      expires_at: 0,
      data_access_expires_at: 1_790_000_000,
      scopes: ['instagram_basic'],
      user_id: '7',
    };
    stub.answer({ body: { data } });
    expect(await client.inspectToken({ ...app, token: 'user' })).toMatchObject({
      ok: true,
      isValid: true,
      expiresAt: null,
      dataAccessExpiresAt: 1_790_000_000_000,
      permissions: ['instagram_basic'],
      userId: '7',
      appId: '990',
    });
    expect(stub.seen[0]).toMatchObject({
      authorization: 'Bearer 990|S3CRET',
      query: { input_token: 'user' },
    });
  });
});
