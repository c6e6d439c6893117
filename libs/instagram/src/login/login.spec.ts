import { facebookAuthorizeUrl, instagramAuthorizeUrl } from './authorize-url';
import { listMissingPermissions, loginPermissions } from './login-permissions';
import { readLoginCallback } from './read-login-callback';

const request = { appId: '990', redirectUri: 'https://flow.example/cb?x=1', state: 'a b' };

describe('where to log in', () => {
  it('asks for every permission of Instagram Login', () => {
    const url = new URL(
      instagramAuthorizeUrl({ ...request, authUrl: 'https://www.instagram.com/', isForced: true }),
    );
    expect(`${url.origin}${url.pathname}`).toBe('https://www.instagram.com/oauth/authorize');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: '990',
      redirect_uri: 'https://flow.example/cb?x=1',
      response_type: 'code',
      scope: 'instagram_business_basic,instagram_business_manage_messages,instagram_business_manage_comments',
      state: 'a b',
      force_reauth: 'true',
    });
  });

  it('opens the dialog of Facebook with permissions, or with a configuration in their place', () => {
    const base = { ...request, authUrl: 'https://www.facebook.com', version: 'v25.0' };
    const plain = new URL(facebookAuthorizeUrl(base));
    expect(plain.pathname).toBe('/v25.0/dialog/oauth');
    expect(plain.searchParams.get('scope')?.split(',')).toEqual(
      loginPermissions.facebook.map(({ name }) => name),
    );
    const configured = new URL(facebookAuthorizeUrl({ ...base, configurationId: '5' }));
    expect(configured.searchParams.get('config_id')).toBe('5');
    expect(configured.searchParams.has('scope')).toBe(false);
  });
});

describe('listMissingPermissions', () => {
  it('names what the owner unticked, the required first', () => {
    const missing = listMissingPermissions('facebook', ['instagram_basic', 'pages_show_list', 'other']);
    expect(missing.map(({ isRequired }) => isRequired)).toEqual([true, true, true, false, false, false]);
    expect(missing.map(({ name }) => name)).not.toContain('instagram_basic');
    const all = loginPermissions.instagram.map(({ name }) => name);
    expect(listMissingPermissions('instagram', all)).toEqual([]);
  });
});

describe('readLoginCallback', () => {
  it.each([
    [
      { code: 'AQB#_', state: 's' },
      { ok: true, code: 'AQB', state: 's' },
    ],
    [
      { code: 'AQB', state: 's#_' },
      { ok: true, code: 'AQB', state: 's' },
    ],
    [
      { error: 'access_denied', error_reason: 'user_denied', error_description: 'Not now', state: 's' },
      { ok: false, reason: 'denied', state: 's', detail: 'Not now' },
    ],
    [{ error: 'server_error' }, { ok: false, reason: 'failed', state: null, detail: 'server_error' }],
    [{ code: 'AQB' }, { ok: false, reason: 'malformed', state: null, detail: null }],
    [
      { code: ['a'], state: 's' },
      { ok: false, reason: 'malformed', state: null, detail: null },
    ],
    [null, { ok: false, reason: 'malformed', state: null, detail: null }],
  ])('reads %j', (query, expected) => {
    expect(readLoginCallback(query)).toEqual(expected);
  });
});
