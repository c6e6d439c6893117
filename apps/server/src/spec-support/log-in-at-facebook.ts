import { request } from 'undici';
import { endpoints } from '@instaflow/contracts';
import type { TestUser } from './scenario';
import type { TestApp } from './start-test-app';

export const facebookScopes = [
  'instagram_basic',
  'instagram_manage_messages',
  'pages_show_list',
  'pages_manage_metadata',
  'pages_read_engagement',
  'instagram_manage_comments',
  'pages_messaging',
];

/** Logs in with Facebook as an owner does: ticks Pages (by the ids of their accounts) and permissions, and comes back. */
export async function logInAtFacebook(
  { api, app }: Pick<TestApp, 'api' | 'app'>,
  user: TestUser,
  { accounts, scopes = facebookScopes }: { accounts: readonly string[]; scopes?: readonly string[] },
): Promise<{ outcome: URLSearchParams; cookie: string }> {
  const { body, headers } = await api.call(endpoints.startLogin, {
    token: user.token,
    query: { workspaceId: user.workspaceId, login: 'facebook' },
  });
  const cookie = String(headers['set-cookie']).split(';')[0] ?? '';
  const dialog = new URL(body.authorizeUrl);
  const form = new URLSearchParams(dialog.searchParams);
  form.set('decision', 'allow');
  for (const id of accounts) form.set(`page:${id}`, '1');
  for (const scope of scopes) form.set(`scope:${scope}`, '1');
  const decided = await request(`${dialog.origin}${dialog.pathname}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: form.toString(),
  });
  await decided.body.dump();
  const back = new URL(String(decided.headers['location']));
  const response = await app.inject({
    method: 'GET',
    url: `${back.pathname}${back.search}`,
    headers: { cookie },
  });
  return { outcome: new URL(String(response.headers['location'])).searchParams, cookie };
}
