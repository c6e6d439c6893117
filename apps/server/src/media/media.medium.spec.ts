import { readdirSync, rmSync, mkdtempSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Client } from 'undici';
import { apiPrefix, endpoints, errorBody, messagingLimits } from '@instaflow/contracts';
import { createMediaRetention } from '@instaflow/flow-runtime';
import { connect, signUp, type TestUser } from '../spec-support/scenario';
import { startTestApp, type TestApp } from '../spec-support/start-test-app';

const png = Buffer.concat([
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
  Buffer.from('a picture of one hundred bytes'.repeat(4)),
]);
const html = Buffer.from('<html><script>alert(1)</script></html>');

let dataDir: string;
let test: TestApp;
let user: TestUser;
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'instaflow-media-'));
  test = await startTestApp({ env: { DATA_DIR: dataDir }, listen: true });
  user = await signUp(test);
});
afterAll(async () => {
  await test.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const send = (body: Buffer, type: string, { by = user, name = 'a.png', headers = {} } = {}) =>
  test.app.inject({
    method: 'POST',
    url: `${apiPrefix}/workspaces/${user.workspaceId}/media?fileName=${encodeURIComponent(name)}`,
    headers: { authorization: `Bearer ${by.token}`, 'content-type': type, ...headers },
    payload: body,
  });
const upload = async (body = png, type = 'image/png', name = 'a.png') => {
  const answer = await send(body, type, { name });
  expect([answer.statusCode, answer.body]).toEqual([201, expect.any(String)]);
  return endpoints.uploadMedia.response.parse(answer.json());
};
const pathOf = (url: string) => url.replace('http://localhost:4400', '');
const get = (url: string, headers: Record<string, string> = {}, method: 'GET' | 'HEAD' = 'GET') =>
  test.app.inject({ method, url: pathOf(url), headers });
const filesOnDisk = () =>
  readdirSync(join(dataDir, 'media'), { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
const sweep = () =>
  createMediaRetention({
    dataSource: test.deps.engineSource,
    store: test.deps.mediaStore,
    clock: test.deps.clock,
    logger: test.deps.log,
  }).run();

describe('uploads', () => {
  it('are served without a login at an address only this program can make', async () => {
    const { url, kind, bytes, fileName } = await upload(png, 'image/png; charset=binary', 'Grüße "neu".png');
    expect({ kind, bytes, fileName }).toEqual({
      kind: 'image',
      bytes: png.length,
      fileName: 'Grüße neu.png',
    });
    const answer = await get(url);
    expect(answer.statusCode).toBe(200);
    expect(answer.rawPayload.equals(png)).toBe(true);
    expect(answer.headers).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(png.length),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'content-disposition': "inline; filename*=UTF-8''Gr%C3%BC%C3%9Fe%20neu.png",
      'accept-ranges': 'bytes',
    });
    const other = (await upload(Buffer.concat([png, Buffer.from('!')]))).url;
    const forged = [
      url.replace(/signature=./, 'signature=_'),
      url.replace(/expires=\d/, 'expires=9'),
      url.replace(/signature=.*/, 'signature='),
      url.replace(/\?.*/, ''),
      url.replace(/\/media\/[^/]+/, (/\/media\/[^/]+/.exec(other) ?? [''])[0]),
    ];
    for (const address of forged) expect((await get(address)).statusCode).toBe(404);
  });

  it('are served in parts, by head only, and not again to whoever has them', async () => {
    const { url } = await upload();
    const part = await get(url, { range: 'bytes=4-7' });
    expect([part.statusCode, part.headers['content-range'], part.rawPayload]).toEqual([
      206,
      `bytes 4-7/${png.length}`,
      png.subarray(4, 8),
    ]);
    const beyond = await get(url, { range: 'bytes=9000-' });
    expect([beyond.statusCode, beyond.headers['content-range']]).toEqual([416, `bytes */${png.length}`]);
    const head = await get(url, {}, 'HEAD');
    expect([head.statusCode, head.headers['content-length'], head.body]).toEqual([
      200,
      String(png.length),
      '',
    ]);
    expect((await get(url, { 'if-none-match': String(head.headers['etag']) })).statusCode).toBe(304);
    const changed = await get(url, { range: 'bytes=4-7', 'if-range': '"other"' });
    expect(changed.statusCode).toBe(200);
  });

  it.each([
    ['what Instagram does not take', html, 'text/html'],
    ['what is not what it says', html, 'image/png'],
    ['a picture that can hold scripts', Buffer.from('<svg xmlns="x"/>'), 'image/svg+xml'],
    ['another type of picture', png, 'image/jpeg'],
    ['a body that is JSON', Buffer.from('{}'), 'application/json'],
  ])('refuse %s with 415', async (_what, body, type) => {
    const answer = await send(body, type);
    expect([answer.statusCode, errorBody.parse(answer.json()).code]).toEqual([415, 'unsupported_media_type']);
  });

  it('refuse what is larger than Instagram takes, whether it says so before or not', async () => {
    const limit = messagingLimits.media.image.bytes;
    const large = Buffer.concat([png, Buffer.alloc(limit)]);
    const answer = await send(large, 'image/png');
    expect([answer.statusCode, answer.json()]).toEqual([
      413,
      { code: 'payload_too_large', message: expect.stringContaining('8 MB'), details: expect.anything() },
    ]);
    const outcome = await test.deps.mediaStore.keep({
      workspaceId: user.workspaceId,
      createdBy: null,
      instagramAccountId: null,
      contactId: null,
      messageId: null,
      source: (async function* () {
        for (let sent = 0; sent <= limit; sent += png.length * 1000) yield Buffer.alloc(png.length * 1000);
      })(),
      maxBytes: limit,
      judge: () => ({ kind: 'image', contentType: 'image/png' }),
      nameOf: () => 'x',
      expiresAt: null,
    });
    expect(outcome).toEqual({ outcome: 'too_large' });
    expect(readdirSync(join(dataDir, 'media', 'incoming'))).toEqual([]);
  });

  it('answer with the refusal while the file is still being sent', async () => {
    const { port } = test.app.getHttpServer().address() as AddressInfo;
    const large = Buffer.concat([png, Buffer.alloc(12 * 1024 * 1024)]);
    const inPieces = async function* () {
      for (let at = 0; at < large.length; at += 65_536) yield large.subarray(at, at + 65_536);
    };
    for (const body of [large, Readable.from(inPieces())]) {
      const client = new Client(`http://127.0.0.1:${port}`);
      const answer = await client.request({
        path: `${apiPrefix}/workspaces/${user.workspaceId}/media`,
        method: 'POST',
        headers: { authorization: `Bearer ${user.token}`, 'content-type': 'image/png' },
        body,
      });
      expect([answer.statusCode, errorBody.parse(await answer.body.json()).code]).toEqual([
        413,
        'payload_too_large',
      ]);
      await client.destroy();
    }
  });

  it('refuse an empty file, and happen once under an Idempotency-Key', async () => {
    expect((await send(Buffer.alloc(0), 'image/png')).statusCode).toBe(400);
    const headers = { 'idempotency-key': 'one' };
    const first = await send(png, 'image/png', { headers });
    const again = await send(png, 'image/png', { headers });
    expect(again.json()).toEqual(first.json());
    expect(again.headers['idempotency-replayed']).toBe('true');
  });

  it('are taken from nobody else, and by no other address', async () => {
    const stranger = await signUp(test);
    expect((await send(png, 'image/png', { by: stranger })).statusCode).toBe(404);
    const elsewhere = await test.app.inject({
      method: 'POST',
      url: `${apiPrefix}/auth/login`,
      headers: { 'content-type': 'image/png' },
      payload: png,
    });
    expect(elsewhere.statusCode).toBe(415);
  });

  it('need an address that Instagram reaches', async () => {
    const meta = await startTestApp({
      env: { DATA_DIR: dataDir, GRAPH_API_URL: 'https://graph.instagram.com' },
    });
    const owner = await signUp(meta);
    const answer = await meta.app.inject({
      method: 'POST',
      url: `${apiPrefix}/workspaces/${owner.workspaceId}/media`,
      headers: { authorization: `Bearer ${owner.token}`, 'content-type': 'image/png' },
      payload: png,
    });
    await meta.close();
    expect([answer.statusCode, answer.json()]).toEqual([
      422,
      { code: 'public_url_missing', message: expect.stringContaining('Set PUBLIC_URL') },
    ]);
  });
});

describe('the list of files', () => {
  it('shows uploads of the workspace by kind, latest first, each at the address it had', async () => {
    const owner = await signUp(test);
    const at = { token: owner.token, params: { id: owner.workspaceId } };
    const put = async (body: Buffer, type: string) => {
      const answer = await test.app.inject({
        method: 'POST',
        url: `${apiPrefix}/workspaces/${owner.workspaceId}/media`,
        headers: { authorization: `Bearer ${owner.token}`, 'content-type': type },
        payload: body,
      });
      return endpoints.uploadMedia.response.parse(answer.json());
    };
    const picture = await put(png, 'image/png');
    const paper = await put(Buffer.from('%PDF-1.7 …'), 'application/pdf');
    const all = await test.api.ok(endpoints.listMediaFiles, at);
    expect(all).toMatchObject({ total: 2, mediaFiles: [paper, picture] });
    const images = await test.api.ok(endpoints.listMediaFiles, { ...at, query: { kind: 'image' } });
    expect(images.mediaFiles).toEqual([picture]);
    expect((await get(paper.url)).headers['content-disposition']).toMatch(/^attachment/);
  });

  it('loses what is deleted at once; the bytes go when the last file with them goes', async () => {
    const body = Buffer.concat([png, Buffer.from('shared')]);
    const [one, two] = [await upload(body), await upload(body)];
    const before = filesOnDisk().length;
    const remove = (mediaFileId: string, token = user.token) =>
      test.api.call(endpoints.deleteMediaFile, {
        token,
        params: { id: user.workspaceId, mediaFileId },
      });
    expect((await remove(one.mediaFileId, (await signUp(test)).token)).status).toBe(404);
    expect((await remove(one.mediaFileId)).status).toBe(204);
    expect((await remove(one.mediaFileId)).status).toBe(404);
    expect((await get(one.url)).statusCode).toBe(404);
    expect(await sweep()).toBe(1);
    expect((await get(two.url)).rawPayload.equals(body)).toBe(true);
    expect(filesOnDisk()).toHaveLength(before);
    await remove(two.mediaFileId);
    expect(await sweep()).toBe(1);
    expect(filesOnDisk()).toHaveLength(before - 1);
    expect(await sweep()).toBe(0);
  });
});

describe('the posts of an account', () => {
  it('are shown as Instagram has them', async () => {
    const account = await connect(test, user);
    const at = { token: user.token, params: { id: account.instagramAccountId } };
    test.graph.posts.push(
      {
        id: '900',
        caption: 'Summer',
        media_type: 'IMAGE',
        media_product_type: 'FEED',
        media_url: 'https://cdn.example/1.jpg',
        permalink: 'https://www.instagram.com/p/x/',
        timestamp: '2026-01-02T03:04:05+0000',
        comments_count: 3,
      },
      { id: '901', media_type: 'VIDEO', media_url: 'https://cdn.example/2.mp4' },
    );
    const { posts, nextCursor } = await test.api.ok(endpoints.listPosts, at);
    expect(nextCursor).toBeNull();
    expect(posts).toMatchObject([
      {
        mediaId: '900',
        caption: 'Summer',
        thumbnailUrl: 'https://cdn.example/1.jpg',
        commentCount: 3,
        publishedAt: '2026-01-02T03:04:05.000Z',
      },
      { mediaId: '901', thumbnailUrl: null, commentCount: null, publishedAt: null },
    ]);
    test.graph.failWith = 500;
    expect((await test.api.call(endpoints.listPosts, at)).status).toBe(503);
    test.graph.failWith = null;
    test.graph.badTokens.add(`token-${account.instagramUserId}`);
    expect((await test.api.call(endpoints.listPosts, at)).status).toBe(422);
  });
});
