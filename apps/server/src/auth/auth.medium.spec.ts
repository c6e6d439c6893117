import { createHmac } from 'node:crypto';
import { endpoints } from '@instaflow/contracts';
import { startTestApp, type TestApp } from '../spec-support/start-test-app';
import { signUp } from '../spec-support/scenario';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

const password = 'correct horse battery';
const cookieOf = (headers: Record<string, unknown>) => String(headers['set-cookie']).split(';')[0] ?? '';
const login = (email: string, given = password) =>
  test.api.call(endpoints.login, { body: { email, password: given } });
const refresh = (cookie: string) => test.api.call(endpoints.refresh, { headers: { cookie } });
const isSignedIn = async (token: string) => (await test.api.call(endpoints.getMe, { token })).status === 200;

describe('registration', () => {
  it('makes the first user of an installation its administrator, later ones are users', async () => {
    const [first, second] = [await signUp(test), await signUp(test)];
    const roles = async (token: string) => (await test.api.ok(endpoints.getMe, { token })).roles;
    expect(await roles(first.token)).toEqual(['admin']);
    expect(await roles(second.token)).toEqual(['user']);
  });

  it('creates a workspace named after the person, owned by them', async () => {
    const { token } = await signUp(test);
    const { workspaces } = await test.api.ok(endpoints.listWorkspaces, { token });
    expect(workspaces).toMatchObject([{ name: "Test's workspace", role: 'owner' }]);
  });

  it('takes an e-mail address once, whatever its case', async () => {
    const { email } = await signUp(test);
    const again = await test.api.call(endpoints.register, { body: { email: email.toUpperCase(), password } });
    expect([again.status, again.error.code]).toEqual([409, 'email_taken']);
  });

  it('takes one of twenty parallel registrations of an address', async () => {
    const body = { email: 'parallel@example.com', password };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => test.api.call(endpoints.register, { body })),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(19);
  });

  it.each([
    ['an e-mail address without @', { email: 'nobody', password }],
    ['a short password', { email: 'a@example.com', password: 'short' }],
    ['a password of more than 256 characters', { email: 'a@example.com', password: 'x'.repeat(257) }],
    ['an unknown field', { email: 'a@example.com', password, isAdmin: true }],
  ])('refuses %s with 400 and says where', async (_name, body) => {
    const answer = await test.api.call(endpoints.register, { body });
    expect([answer.status, answer.error.code]).toEqual([400, 'malformed_request']);
    expect(answer.error.details).toEqual([
      expect.objectContaining({ path: expect.any(String), message: expect.any(String) }),
    ]);
  });
});

describe('login', () => {
  it('answers an unknown address and a wrong password alike', async () => {
    const { email } = await signUp(test);
    const [wrong, unknown] = [await login(email, 'not the password'), await login('nobody@example.com')];
    expect(wrong.status).toBe(401);
    expect(unknown.status).toBe(401);
    expect(unknown.error).toEqual(wrong.error);
  });

  it('finds the user whatever the case of the address', async () => {
    const { email, userId } = await signUp(test);
    expect((await login(email.toUpperCase())).body.userId).toBe(userId);
  });

  it('is throttled per account, parallel attempts included, whatever address a header claims', async () => {
    const { email } = await signUp(test);
    const attempts = await Promise.all(
      Array.from({ length: 14 }, (_, index) =>
        test.api.call(endpoints.login, {
          body: { email, password: 'guess' },
          headers: { 'x-forwarded-for': `10.0.0.${index}` },
        }),
      ),
    );
    const refused = attempts.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(4);
    expect(Number(refused[0]?.headers['retry-after'])).toBeGreaterThan(0);
  });

  it('is throttled per address over all accounts, behind a proxy by the address the proxy saw', async () => {
    const behind = await startTestApp({ env: { TRUST_PROXY: 'true' } });
    const guess = (index: number, proxied: string) =>
      behind.api.call(endpoints.login, {
        body: { email: `nobody${index}@example.com`, password: 'guess' },
        headers: { 'x-forwarded-for': `10.0.0.${index}, ${proxied}` },
      });
    try {
      const attempts = await Promise.all(
        Array.from({ length: 103 }, (_, index) => guess(index, '192.0.2.7')),
      );
      expect(attempts.filter(({ status }) => status === 429)).toHaveLength(3);
      expect((await guess(0, '192.0.2.8')).status).toBe(401);
    } finally {
      await behind.close();
    }
  });
});

describe('sessions', () => {
  it('set a cookie no script can read, for the auth addresses only', async () => {
    const { email } = await signUp(test);
    const cookie = String((await login(email)).headers['set-cookie']);
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    expect(cookie).toMatch(/Path=\/api\/v1\/auth/);
    expect(cookie).not.toMatch(/Secure/);
  });

  it('rotate their refresh token, and a stolen one ends the whole session', async () => {
    const { email } = await signUp(test);
    const first = await login(email);
    const second = await refresh(cookieOf(first.headers));
    expect(second.status).toBe(200);
    expect(cookieOf(second.headers)).not.toBe(cookieOf(first.headers));
    await test.deps.engineSource.query(
      `UPDATE refresh_token SET rotated_at = rotated_at - interval '11 seconds' WHERE rotated_at IS NOT NULL`,
    );
    expect((await refresh(cookieOf(first.headers))).status).toBe(401);
    expect((await refresh(cookieOf(second.headers))).status).toBe(401);
    expect(await isSignedIn(second.body.token)).toBe(false);
  });

  it('survive two windows that refresh at the same moment', async () => {
    const { email } = await signUp(test);
    const cookie = cookieOf((await login(email)).headers);
    const [one, other] = await Promise.all([refresh(cookie), refresh(cookie)]);
    expect([one.status, other.status]).toEqual([200, 200]);
    expect((await refresh(cookieOf(one.headers))).status).toBe(200);
    expect((await refresh(cookieOf(other.headers))).status).toBe(200);
  });

  it('end with logout: neither token works any more', async () => {
    const { email } = await signUp(test);
    const session = await login(email);
    expect(await isSignedIn(session.body.token)).toBe(true);
    const cookie = cookieOf(session.headers);
    expect((await test.api.call(endpoints.logout, { headers: { cookie } })).status).toBe(204);
    expect(await isSignedIn(session.body.token)).toBe(false);
    expect((await refresh(cookie)).status).toBe(401);
  });

  it('end for suspended users', async () => {
    const user = await signUp(test);
    const session = await login(user.email);
    await test.deps.engineSource.query(`UPDATE app_user SET status = 'suspended' WHERE id = $1`, [
      user.userId,
    ]);
    expect(await isSignedIn(session.body.token)).toBe(false);
    expect((await refresh(cookieOf(session.headers))).status).toBe(401);
    expect((await login(user.email)).status).toBe(401);
  });
});

describe('access tokens', () => {
  const segment = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const sign = (header: object, payload: object, secret: string) => {
    const body = `${segment(header)}.${segment(payload)}`;
    return `${body}.${createHmac('sha256', secret).update(body).digest('base64url')}`;
  };
  const claims = async () => {
    const { token } = await signUp(test);
    const payload: object = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    return payload;
  };
  const secret = () => test.deps.config.jwtSecret;

  it('carry user, roles and session, and end after 15 minutes', async () => {
    const payload = (await claims()) as Record<string, number | string | string[]>;
    expect(payload).toMatchObject({ userId: expect.any(String), roles: ['user'], sid: expect.any(String) });
    expect(Number(payload['exp']) - Number(payload['iat'])).toBe(900);
  });

  it('are refused when unsigned, forged, expired, or made for something else', async () => {
    const payload = await claims();
    const header = { alg: 'HS256', typ: 'JWT' };
    expect(await isSignedIn(sign(header, payload, secret()))).toBe(true);
    const tokens = [
      `${segment({ alg: 'none' })}.${segment(payload)}.`,
      sign(header, payload, 'another secret of sufficient length'),
      sign({ ...header, alg: 'HS512' }, payload, secret()),
      sign(header, { ...payload, exp: 1 }, secret()),
      sign(header, { ...payload, aud: 'somebody-else' }, secret()),
      sign(header, { ...payload, type: 'refresh' }, secret()),
      'garbage',
    ];
    for (const token of tokens) expect(await isSignedIn(token)).toBe(false);
  });
});
