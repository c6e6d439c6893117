import type { AddressInfo } from 'node:net';
import { WebSocket } from 'ws';
import {
  endpoints,
  realtimeServerMessage,
  type InstagramAccount,
  type RealtimeServerMessage,
} from '@instaflow/contracts';
import { waitFor } from '@instaflow/testing';
import { connect, deliver, receiveText, signUp, textWebhook, type TestUser } from '../spec-support/scenario';
import { startTestApp, type TestApp } from '../spec-support/start-test-app';

let test: TestApp;
let user: TestUser;
let account: InstagramAccount;
const open: WebSocket[] = [];
beforeAll(async () => {
  test = await startTestApp({ listen: true });
  user = await signUp(test);
  account = await connect(test, user);
});
afterEach(() => open.splice(0).forEach((socket) => socket.terminate()));
afterAll(() => test.close());

type Stream = { socket: WebSocket; received: RealtimeServerMessage[]; closeCode: () => number | null };

function openStream(options: { origin?: string } = {}): Stream {
  const { port } = test.app.getHttpServer().address() as AddressInfo;
  const socket = new WebSocket(`ws://127.0.0.1:${port}/api/v1/realtime`, options);
  open.push(socket);
  const received: RealtimeServerMessage[] = [];
  let code: number | null = null;
  socket.on('message', (data: Buffer) =>
    received.push(realtimeServerMessage.parse(JSON.parse(data.toString()))),
  );
  socket.on('close', (closeCode) => (code = closeCode));
  socket.on('error', () => undefined);
  return { socket, received, closeCode: () => code };
}

async function signIn(token: string, since: string | null = null): Promise<Stream> {
  const stream = openStream();
  stream.socket.on('open', () => stream.socket.send(JSON.stringify({ type: 'authenticate', token, since })));
  await waitFor(() => stream.received.some(({ type }) => type === 'ready'), { what: 'ready' });
  return stream;
}

const write = (text: string, to = account) =>
  deliver(test, textWebhook({ accountId: to.instagramUserId, personId: '700000000000001', text }));
const textsIn = ({ received }: Stream) =>
  received.flatMap((message) => (message.type === 'message.created' ? [message.data.content.text] : []));
const lastIdIn = ({ received }: Stream) =>
  received.flatMap((message) => ('id' in message ? [message.id] : [])).at(-1) ?? '';
const closed = (stream: Stream, code: number) =>
  waitFor(() => stream.closeCode() === code, { timeoutMs: 8_000, what: `close ${code}` });

describe('the stream of changes', () => {
  it('tells what happens, with the whole object', async () => {
    const stream = await signIn(user.token);
    await write('live one');
    await waitFor(() => textsIn(stream).includes('live one'));
    const kinds = new Set(stream.received.map(({ type }) => type));
    expect(kinds).toContain('conversation.updated');
  });

  it('passes over what only a newer program understands', async () => {
    const stream = await signIn(user.token);
    await test.deps.engineSource.query(
      `INSERT INTO realtime_event (workspace_id, instagram_account_id, type, entity_id)
       VALUES ($1, $2, 'something.new', $2)`,
      [account.workspaceId, account.instagramAccountId],
    );
    await write('after something new');
    await waitFor(() => textsIn(stream).includes('after something new'));
  });

  it('replays what a client missed, in order and without gaps', async () => {
    const first = await signIn(user.token);
    await write('seen');
    await waitFor(() => textsIn(first).includes('seen'));
    const since = lastIdIn(first);
    first.socket.terminate();
    await write('missed one');
    await write('missed two');
    const second = await signIn(user.token, since);
    await write('after');
    await waitFor(() => textsIn(second).includes('after'));
    expect(textsIn(second)).toEqual(['missed one', 'missed two', 'after']);
  });

  it('asks for a new beginning when the past is gone or not understood', async () => {
    for (const since of ['1.1', 'nonsense']) {
      const stream = await signIn(user.token, since);
      expect(stream.received.map(({ type }) => type)).toEqual(['resync', 'ready']);
    }
  });

  it('is silent about other workspaces, live and in replays', async () => {
    const stranger = await signUp(test);
    const stream = await signIn(stranger.token);
    const own = await signIn(user.token);
    await write('private');
    await waitFor(() => textsIn(own).includes('private'));
    expect(stream.received.map(({ type }) => type)).toEqual(['ready']);
    const since = lastIdIn(own);
    await write('private again');
    await waitFor(() => textsIn(own).includes('private again'));
    const replayed = await signIn(stranger.token, since);
    expect(replayed.received.map(({ type }) => type)).toEqual(['ready']);
  });

  it('shows changes made by people', async () => {
    const conversation = await receiveText(test, user, account);
    const stream = await signIn(user.token);
    await test.api.ok(endpoints.takeOver, { token: user.token, params: { id: conversation.conversationId } });
    await waitFor(() =>
      stream.received.some(
        (message) => message.type === 'conversation.updated' && message.data.assignedAgentId === user.userId,
      ),
    );
    await test.api.ok(endpoints.pauseAccount, {
      token: user.token,
      params: { id: account.instagramAccountId },
    });
    await waitFor(() =>
      stream.received.some((message) => message.type === 'account.updated' && message.data.pausedAt !== null),
    );
  });

  it('ends within five seconds of logout', async () => {
    const { email } = await signUp(test);
    const session = await test.api.call(endpoints.login, {
      body: { email, password: 'correct horse battery' },
    });
    const stream = await signIn(session.body.token);
    const cookie = String(session.headers['set-cookie']).split(';')[0] ?? '';
    const startedAt = Date.now();
    await test.api.call(endpoints.logout, { headers: { cookie } });
    await closed(stream, 4401);
    expect(Date.now() - startedAt).toBeLessThan(5_000);
  });

  it('refuses wrong tokens, silence, pages of other origins, floods and large messages', async () => {
    const wrong = openStream();
    wrong.socket.on('open', () => wrong.socket.send(JSON.stringify({ type: 'authenticate', token: 'x' })));
    const silent = openStream();
    const foreign = openStream({ origin: 'https://evil.example' });
    const large = openStream();
    large.socket.on('open', () => large.socket.send('x'.repeat(20_000)));
    const flooding = await signIn(user.token);
    for (let count = 0; count < 40; count += 1) {
      flooding.socket.send(JSON.stringify({ type: 'authenticate', token: user.token }));
    }
    await Promise.all([
      closed(wrong, 4401),
      closed(silent, 4401),
      closed(foreign, 1008),
      closed(large, 1009),
      closed(flooding, 1008),
    ]);
    expect(wrong.received).toMatchObject([{ type: 'error', code: 'unauthorized' }]);
  });
});
