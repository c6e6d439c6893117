import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endpoints, type InstagramAccount, type Message } from '@instaflow/contracts';
import { waitFor } from '@instaflow/testing';
import { signUp, type TestUser } from '../spec-support/scenario';
import { startRealSimulator, type RealSimulator } from '../spec-support/start-real-simulator';
import { startTestApp, type TestApp } from '../spec-support/start-test-app';

let dataDir: string;
let simulator: RealSimulator;
let test: TestApp;
let user: TestUser;
let account: InstagramAccount;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'instaflow-received-'));
  simulator = await startRealSimulator();
  const env = { DATA_DIR: dataDir };
  test = await startTestApp({ graphUrl: simulator.url, listen: true, workers: true, env });
  const { port } = test.app.getHttpServer().address() as AddressInfo;
  await simulator.control('POST', '/webhook', { url: `http://127.0.0.1:${port}/api/v1/webhooks/instagram` });
  user = await signUp(test);
  const shop = (await simulator.control('POST', '/accounts', {})) as Record<string, string>;
  account = await test.api.ok(endpoints.connectAccount, {
    token: user.token,
    body: {
      instagramUserId: shop['userId'],
      instagramUsername: shop['username'],
      accessToken: shop['accessToken'],
    },
  });
});
afterAll(async () => {
  await test.close();
  await simulator.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const control = (path: string, body: object) =>
  simulator.control('POST', `/accounts/${account.instagramUserId}${path}`, body);

/** Somebody new sends this; answers their message once `isDone`. */
const receive = async (what: object, isDone: (message: Message) => boolean): Promise<Message> => {
  const person = (await control('/persons', {})) as { igsid: string; username: string };
  await control(`/persons/${person.igsid}/message`, what);
  return waitFor(
    async () => {
      const { conversations } = await test.api.ok(endpoints.listConversations, {
        token: user.token,
        params: { id: account.instagramAccountId },
      });
      const [newest] = conversations;
      if (newest === undefined) return null;
      const { messages } = await test.api.ok(endpoints.listMessages, {
        token: user.token,
        params: { id: newest.conversationId },
      });
      return messages.find((message) => message.direction === 'inbound' && isDone(message)) ?? null;
    },
    { what: 'the message with its file', timeoutMs: 15_000, intervalMs: 100 },
  );
};
const isOurs = (url: unknown) => String(url).startsWith('http://localhost:4400/media/');

describe('what people send', () => {
  it('is shown from here instead of from an address that expires, in the thread and in the trace', async () => {
    const message = await receive(
      { text: 'like this one', attachment: { type: 'image', url: `${simulator.url}/cdn/sent-1.svg` } },
      ({ content }) => content.mediaState === 'stored',
    );
    const { mediaUrl } = message.content;
    expect(isOurs(mediaUrl)).toBe(true);
    expect(message.content).not.toHaveProperty('kept');
    const answer = await test.app.inject(String(mediaUrl).replace('http://localhost:4400', ''));
    expect([answer.statusCode, answer.body.slice(0, 4)]).toEqual([200, '<svg']);
    expect(answer.headers).toMatchObject({
      'content-disposition': expect.stringMatching(/^attachment/),
      'content-security-policy': "default-src 'none'; sandbox",
    });
    const trace = await test.api.ok(endpoints.getMessageTrace, {
      token: user.token,
      params: { id: message.messageLogId },
    });
    expect(trace.message.content.mediaUrl).toBe(mediaUrl);
    const uploads = await test.api.ok(endpoints.listMediaFiles, {
      token: user.token,
      params: { id: user.workspaceId },
    });
    expect(uploads.total).toBe(0);
  });

  it('includes the story that is answered, and the one that mentions the account', async () => {
    await control('/posts', { productType: 'STORY' });
    const reply = await receive(
      { text: 'wow', storyReply: true },
      ({ content }) => content.storyState === 'stored',
    );
    expect([reply.type, isOurs(reply.content.storyUrl)]).toEqual(['story_reply', true]);
    const mention = await receive({ storyMention: true }, ({ content }) => content.mediaState === 'stored');
    expect([mention.type, isOurs(mention.content.mediaUrl)]).toEqual(['story_mention', true]);
  });

  it('stays a message when its file is gone', async () => {
    const url = `${simulator.url}/cdn/gone.svg?expires=1`;
    const message = await receive(
      { text: 'see', attachment: { type: 'image', url } },
      ({ content }) => content.mediaState === 'failed',
    );
    expect(message.content).toMatchObject({
      text: 'see',
      mediaUrl: url,
      mediaError: 'Instagram did not have the file any more.',
    });
  });
});
