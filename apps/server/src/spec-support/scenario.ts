import { createHmac } from 'node:crypto';
import { v7 as newId } from 'uuid';
import {
  endpoints,
  type Conversation,
  type InstagramAccount,
  type WorkspaceRole,
} from '@instaflow/contracts';
import { appSecret, type TestApp } from './start-test-app';

export type TestUser = { userId: string; email: string; token: string; workspaceId: string };

let serial = 0;

/** A new user, signed in, with their own workspace. */
export async function signUp({ api }: Pick<TestApp, 'api'>): Promise<TestUser> {
  serial += 1;
  const email = `user${serial}-${newId()}@example.com`;
  const { userId, token } = await api.ok(endpoints.register, {
    body: { email, password: 'correct horse battery', firstName: 'Test', lastName: 'User' },
  });
  const me = await api.ok(endpoints.getMe, { token });
  return { userId, email, token, workspaceId: me.defaultWorkspaceId ?? '' };
}

/** A new user who is a member of somebody's workspace. */
export async function signUpMember(
  test: Pick<TestApp, 'api' | 'deps'>,
  { workspaceId, role }: { workspaceId: string; role: WorkspaceRole },
): Promise<TestUser> {
  const user = await signUp(test);
  await test.deps.engineSource.query(
    'INSERT INTO workspace_member (workspace_id, user_id, role) VALUES ($1, $2, $3)',
    [workspaceId, user.userId, role],
  );
  // Whoever signs in anew is read anew; the session of the registration may be remembered for two seconds.
  const { token } = await test.api.ok(endpoints.login, {
    body: { email: user.email, password: 'correct horse battery' },
  });
  return { ...user, token };
}

/** A connected account of a user. */
export async function connect(
  { api }: Pick<TestApp, 'api'>,
  { token, workspaceId }: TestUser,
): Promise<InstagramAccount> {
  const instagramUserId = String(17_841_400_000_000_000 + (serial += 1)) + String(Date.now()).slice(-6);
  return api.ok(endpoints.connectAccount, {
    token,
    body: {
      instagramUserId,
      instagramUsername: 'shop',
      accessToken: `token-${instagramUserId}`,
      workspaceId,
    },
  });
}

/** A signed webhook with one text message. */
export function textWebhook(input: {
  accountId: string;
  personId: string;
  text: string;
  mid?: string;
  at?: number;
}): object {
  const now = input.at ?? Date.now();
  return {
    object: 'instagram',
    entry: [
      {
        id: input.accountId,
        time: now,
        messaging: [
          {
            sender: { id: input.personId },
            recipient: { id: input.accountId },
            timestamp: now,
            message: { mid: input.mid ?? `mid-${newId()}`, text: input.text },
          },
        ],
      },
    ],
  };
}

/** Delivers a webhook as Meta does. */
export async function deliver(
  { app }: Pick<TestApp, 'app'>,
  body: object | string,
  { secret = appSecret, signature }: { secret?: string; signature?: string } = {},
): Promise<{ statusCode: number; body: string }> {
  const payload = typeof body === 'string' ? body : JSON.stringify(body);
  const digest = createHmac('sha256', secret).update(payload).digest('hex');
  const response = await app.inject({
    method: 'POST',
    url: '/api/v1/webhooks/instagram',
    headers: { 'content-type': 'application/json', 'x-hub-signature-256': signature ?? `sha256=${digest}` },
    payload,
  });
  return { statusCode: response.statusCode, body: response.body };
}

/** A person writes; answers the conversation that shows it. */
export async function receiveText(
  test: Pick<TestApp, 'app' | 'api'>,
  user: TestUser,
  account: InstagramAccount,
  { text = 'good day', personId = String(Date.now()) + String((serial += 1)) } = {},
): Promise<Conversation & { personId: string }> {
  await deliver(test, textWebhook({ accountId: account.instagramUserId, personId, text }));
  const { conversations } = await test.api.ok(endpoints.listConversations, {
    token: user.token,
    params: { id: account.instagramAccountId },
  });
  const [latest] = conversations;
  if (latest === undefined) throw new Error('the message opened no conversation');
  return { ...latest, personId };
}
