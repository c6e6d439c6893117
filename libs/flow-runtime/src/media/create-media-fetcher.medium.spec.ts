import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inEngine } from '@instaflow/db';
import { createMetrics } from '@instaflow/platform';
import { createTestDatabase, FakeClock } from '@instaflow/testing';
import { createHarness, type Harness } from '../spec-support/create-harness';
import type { SeededAccount } from '../spec-support/seed-account';
import { startMediaStub, type MediaStub } from '../spec-support/start-media-stub';
import { eventsOf } from '../spec-support/webhook-events';
import { createDiskStorage } from './create-disk-storage';
import { createMediaFetcher } from './create-media-fetcher';
import { createMediaRetention } from './create-media-retention';
import { createMediaStore } from './create-media-store';

const jpeg = Buffer.concat([Buffer.from('ffd8ffe000104a46494600', 'hex'), Buffer.from('a picture')]);
const mp4 = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypmp42'), Buffer.alloc(40)]);
const dayMs = 86_400_000;

type Logged = { type: string; content: { kept?: object[]; mediaUrl?: string } };

describe('fetching the media of messages', () => {
  let harness: Harness;
  let stub: MediaStub;
  let directory: string;
  let account: SeededAccount;
  let mids = 0;
  beforeAll(async () => {
    harness = await createHarness(await createTestDatabase(), new FakeClock(Date.now()));
    directory = await mkdtemp(join(tmpdir(), 'instaflow-fetch-'));
    account = await harness.seed();
  });
  beforeEach(async () => {
    stub = await startMediaStub();
  });
  afterEach(() => stub.close());
  afterAll(async () => {
    await harness.close();
    await rm(directory, { recursive: true, force: true });
  });

  const parts = () => {
    const shared = { dataSource: harness.engine, clock: harness.clock, logger: harness.logger };
    const storage = createDiskStorage(join(directory, 'files'));
    const store = createMediaStore({ ...shared, storage, directory });
    const fetcher = createMediaFetcher({
      ...shared,
      store,
      http: stub.http,
      metrics: createMetrics(),
      retentionMs: 90 * dayMs,
    });
    return { store, fetcher, retention: createMediaRetention({ ...shared, store }) };
  };
  const receive = async (message: object, from = '5001') => {
    mids += 1;
    const mid = `media-${mids}`;
    const messaging = {
      sender: { id: from },
      recipient: { id: account.instagramUserId },
      timestamp: harness.clock.now(),
      message: { mid, ...message },
    };
    await harness.intake.accept(
      eventsOf([{ account: account.instagramUserId, messaging }], harness.clock.now()),
    );
    return mid;
  };
  const picture = (path: string, type = 'image') => ({ type, payload: { url: `${stub.url}${path}` } });
  const logged = async (mid: string): Promise<Logged | undefined> =>
    (await harness.query<Logged>('SELECT type, content FROM message_log WHERE mid = $1', [mid]))[0];
  const keptOf = async (mid: string) => (await logged(mid))?.content.kept;
  const filesOnDisk = async () =>
    (await readdir(directory, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
      .length;

  it('keeps pictures, videos, voice and stories, and tells whoever looks at the message', async () => {
    stub.serve('/a.jpg', { body: jpeg, type: 'application/octet-stream' });
    stub.serve('/v.mp4', { body: mp4, type: 'video/mp4' });
    const two = await receive({ attachments: [picture('/a.jpg'), picture('/v.mp4', 'video')] });
    const voice = await receive({ attachments: [picture('/v.mp4', 'audio')] });
    const story = await receive({ text: 'nice', reply_to: { story: { id: '1', url: `${stub.url}/a.jpg` } } });
    const mention = await receive({ attachments: [picture('/a.jpg', 'story_mention')] });
    const { fetcher, store } = parts();
    await fetcher.run();
    const stored = { state: 'stored', until: harness.clock.now() + 90 * dayMs };
    expect(await keptOf(two)).toMatchObject([
      { ...stored, slot: 'attachments.0', contentType: 'image/jpeg', fileName: 'instagram.jpeg' },
      { ...stored, slot: 'attachments.1', contentType: 'video/mp4', bytes: mp4.length },
    ]);
    expect(await keptOf(voice)).toMatchObject([{ ...stored, slot: 'media', contentType: 'audio/mp4' }]);
    expect(await keptOf(story)).toMatchObject([{ ...stored, slot: 'story' }]);
    expect(await keptOf(mention)).toMatchObject([{ ...stored, slot: 'media' }]);
    const files = await harness.query<{ key: string; kind: string }>(
      `SELECT storage_key AS key, kind FROM media_file WHERE workspace_id = $1 AND contact_id IS NOT NULL ORDER BY id`,
      [account.workspaceId],
    );
    expect(files.map(({ kind }) => kind).toSorted()).toEqual(['audio', 'image', 'image', 'image', 'video']);
    const bytes = await store.open(files.find(({ kind }) => kind === 'image')?.key ?? '', null);
    expect(Buffer.concat((await bytes?.toArray()) ?? [])).toEqual(jpeg);
    expect(await filesOnDisk()).toBe(2);
    const told = await harness.query(
      `SELECT 1 FROM realtime_event e JOIN message_log m ON m.id = e.entity_id
       WHERE e.type = 'message.updated' AND m.mid = $1`,
      [two],
    );
    expect(told).toHaveLength(1);
    expect(await harness.query('SELECT 1 FROM media_fetch')).toEqual([]);
  });

  it('keeps the message and says so when there is nothing to be had', async () => {
    stub.serve('/gone', { status: 403, body: 'URL signature expired' });
    stub.serve('/page', { body: '<html>', type: 'text/html' });
    stub.serve('/huge', { body: Buffer.concat([jpeg, Buffer.alloc(25 * 1024 * 1024)]) });
    const gone = await receive({ text: 'look', attachments: [picture('/gone')] });
    const page = await receive({ attachments: [picture('/page', 'ig_reel')] });
    const wrong = await receive({ attachments: [picture('/page')] });
    const huge = await receive({ attachments: [picture('/huge')] });
    const inside = await receive({
      attachments: [{ type: 'image', payload: { url: 'http://169.254.169.254/latest' } }],
    });
    await parts().fetcher.run();
    const failed = (reason: string) => [{ slot: 'media', state: 'failed', reason }];
    expect(await keptOf(gone)).toEqual(failed('gone'));
    expect(await keptOf(page)).toEqual([{ slot: 'media', state: 'link' }]);
    expect(await keptOf(wrong)).toEqual(failed('wrong_type'));
    expect(await keptOf(huge)).toEqual(failed('too_large'));
    expect(await keptOf(inside)).toEqual(failed('address_refused'));
    expect((await logged(gone))?.content).toMatchObject({ text: 'look', mediaUrl: `${stub.url}/gone` });
  });

  it('tries again what may pass, only what is missing, and gives up at last', async () => {
    stub.serve('/a.jpg', { body: jpeg });
    stub.serve('/later', { status: 500, body: 'down' });
    const mid = await receive({ attachments: [picture('/a.jpg'), picture('/later')] });
    const { fetcher } = parts();
    await fetcher.run();
    expect(await keptOf(mid)).toMatchObject([{ slot: 'attachments.0', state: 'stored' }]);
    await fetcher.run();
    expect(stub.count('/later')).toBe(1);
    for (let attempt = 2; attempt <= 6; attempt += 1) {
      harness.clock.advance(200_000);
      await fetcher.run();
    }
    expect(await keptOf(mid)).toMatchObject([
      { slot: 'attachments.0', state: 'stored' },
      { slot: 'attachments.1', state: 'failed', reason: 'unreachable' },
    ]);
    expect([stub.count('/a.jpg'), stub.count('/later')]).toEqual([1, 6]);
    harness.clock.advance(dayMs);
    await fetcher.run();
    expect(stub.count('/later')).toBe(6);
  });

  it('is never in the way of an answer', async () => {
    stub.serve('/never', { isHanging: true });
    await receive({ text: 'hi', attachments: [picture('/never')] }, '5777');
    const { fetcher } = parts();
    const running = fetcher.run();
    harness.clock.advance(10_000);
    expect(await harness.runAll()).toBeGreaterThan(0);
    await fetcher.stop();
    await running;
    const free = await harness.query('SELECT 1 FROM media_fetch WHERE due_at <= $1', [
      new Date(harness.clock.now()),
    ]);
    expect(free).toHaveLength(1);
    await harness.query('DELETE FROM media_fetch');
  });

  it('keeps what somebody sent with the Instagram app', async () => {
    stub.serve('/own.jpg', { body: Buffer.concat([jpeg, Buffer.from('our own')]) });
    await receive({ text: 'do you have it in red?' }, '5888');
    await harness.runAll();
    const message = { mid: 'typed-in-the-app', is_echo: true, attachments: [picture('/own.jpg')] };
    const messaging = {
      sender: { id: account.instagramUserId },
      recipient: { id: '5888' },
      timestamp: harness.clock.now(),
      message,
    };
    await harness.intake.accept(
      eventsOf([{ account: account.instagramUserId, messaging }], harness.clock.now()),
    );
    harness.clock.advance(30_000);
    await harness.runAll();
    await parts().fetcher.run();
    expect(await keptOf(message.mid)).toMatchObject([{ state: 'stored', slot: 'media' }]);
  });

  it('removes what people take back, and what is erased with them', async () => {
    stub.serve('/a.jpg', { body: Buffer.concat([jpeg, Buffer.from('taken back')]) });
    stub.serve('/b.jpg', { body: Buffer.concat([jpeg, Buffer.from('erased')]) });
    const before = await filesOnDisk();
    const { fetcher, retention } = parts();
    const back = await receive({ attachments: [picture('/a.jpg')] }, '5900');
    await receive({ attachments: [picture('/b.jpg')] }, '5901');
    const late = await receive({ attachments: [picture('/b.jpg')] }, '5900');
    await fetcher.run();
    expect(await filesOnDisk()).toBe(before + 2);
    await harness.query(`UPDATE message_log SET type = 'deleted', content = '{}' WHERE mid IN ($1, $2)`, [
      back,
      late,
    ]);
    expect(await retention.run()).toBe(2);
    expect(await filesOnDisk()).toBe(before + 1);
    await inEngine(harness.engine, (tx) =>
      tx.query(
        `SELECT erase_contacts($1, ARRAY(SELECT id FROM contact WHERE instagram_user_id = '5901'
           AND instagram_account_id = $1))`,
        [account.accountId],
      ),
    );
    expect(await retention.run()).toBe(1);
    expect(await filesOnDisk()).toBe(before);
  });

  it('stores nothing for a message that was taken back while it was fetched', async () => {
    stub.serve('/a.jpg', { body: Buffer.concat([jpeg, Buffer.from('raced')]), delayMs: 200 });
    const before = await filesOnDisk();
    const mid = await receive({ attachments: [picture('/a.jpg')] });
    const { fetcher, retention } = parts();
    const running = fetcher.run();
    await stub.isAsked('/a.jpg');
    await harness.query(`UPDATE message_log SET type = 'deleted', content = '{}' WHERE mid = $1`, [mid]);
    await running;
    expect(await logged(mid)).toEqual({ type: 'deleted', content: {} });
    await retention.run();
    expect(await filesOnDisk()).toBe(before);
  });

  it('keeps what people sent for its time', async () => {
    stub.serve('/a.jpg', { body: Buffer.concat([jpeg, Buffer.from('old')]) });
    const before = await filesOnDisk();
    await receive({ attachments: [picture('/a.jpg')] });
    const { fetcher, retention } = parts();
    await fetcher.run();
    harness.clock.advance(89 * dayMs);
    expect(await filesOnDisk()).toBe(before + 1);
    harness.clock.advance(dayMs);
    await retention.run();
    expect(await filesOnDisk()).toBe(0);
  });

  it('leaves listed what the storage does not let go of', async () => {
    stub.serve('/a.jpg', { body: jpeg });
    await receive({ attachments: [picture('/a.jpg')] });
    const { fetcher, store } = parts();
    await fetcher.run();
    harness.clock.advance(91 * dayMs);
    const broken = { ...store, remove: () => Promise.reject(new Error('disk')) };
    const shared = { dataSource: harness.engine, clock: harness.clock, logger: harness.logger };
    expect(await createMediaRetention({ ...shared, store: broken }).run()).toBe(0);
    expect(await createMediaRetention({ ...shared, store }).run()).toBe(1);
  });
});
