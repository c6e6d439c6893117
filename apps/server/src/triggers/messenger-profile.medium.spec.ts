import { v7 as newId } from 'uuid';
import { endpoints, type Trigger } from '@instaflow/contracts';
import { flow, message, start } from '@instaflow/flow-model';
import { waitFor } from '@instaflow/testing';
import { RunScenario } from '../spec-support/run-scenario';
import { deliver } from '../spec-support/scenario';

let scene: RunScenario;
let accountId: string;
beforeAll(async () => {
  scene = await RunScenario.open();
  accountId = scene.account.instagramAccountId;
});
afterAll(() => scene.close());

/** The bodies Graph was sent at an edge of the account. */
const sentTo = (edge: string) =>
  scene.test.graph.requests.filter(({ path, method }) => path.includes(edge) && method !== 'GET');

const tap = (personId: string, payload: string) =>
  deliver(scene.test, {
    object: 'instagram',
    entry: [
      {
        id: scene.account.instagramUserId,
        time: Date.now(),
        messaging: [
          {
            sender: { id: personId },
            recipient: { id: scene.account.instagramUserId },
            timestamp: Date.now(),
            postback: { mid: newId(), title: 'Prices', payload },
          },
        ],
      },
    ],
  });

const comment = (personId: string, mediaId: string) =>
  deliver(scene.test, {
    object: 'instagram',
    entry: [
      {
        id: scene.account.instagramUserId,
        time: Math.floor(Date.now() / 1_000),
        changes: [
          {
            field: 'comments',
            value: { id: newId(), from: { id: personId }, text: 'I want it', media: { id: mediaId } },
          },
        ],
      },
    ],
  });

describe('ice breakers and the menu', () => {
  const readMenu = () => scene.test.api.ok(endpoints.getPersistentMenu, scene.at(accountId));
  const item = (flowId: string | null, payload: string) => ({
    type: 'postback',
    title: 'Prices',
    payload,
    flowId,
  });

  it('are published, and their taps start the flows they name', async () => {
    const { flowId } = await scene.publish(flow(start(), message('Our prices')));
    expect(await readMenu()).toMatchObject({ menus: [], state: 'published', publishedAt: null });
    const stored = await scene.test.api.ok(endpoints.putPersistentMenu, {
      ...scene.at(accountId),
      body: { menus: [{ items: [item(flowId, 'PRICES, all of them')] }] },
    });
    expect(stored).toMatchObject({
      state: 'pending',
      menus: [{ locale: 'default', isComposerDisabled: false }],
    });
    await waitFor(async () => (await readMenu()).state === 'published', { what: 'the menu at Instagram' });
    expect((await readMenu()).publishedAt).not.toBeNull();
    const [published] = sentTo('/messenger_profile');
    expect(JSON.parse(published?.body ?? '')).toMatchObject({
      persistent_menu: [
        {
          locale: 'default',
          call_to_actions: [{ type: 'postback', title: 'Prices', payload: 'PRICES, all of them' }],
        },
      ],
    });
    expect(published?.body).not.toContain(flowId);
    await tap('81001', 'PRICES, all of them');
    await scene.isSent('81001', 'Our prices');
  });

  it('are tried again while Instagram is away, with the reason shown', async () => {
    const { graph, api } = scene.test;
    graph.failWith = 503;
    const read = () => api.ok(endpoints.getIceBreakers, scene.at(accountId));
    const question = { question: 'What does it cost?', payload: 'COST' };
    await api.ok(endpoints.putIceBreakers, {
      ...scene.at(accountId),
      body: { sets: [{ items: [question] }] },
    });
    await waitFor(async () => (await read()).stateReason !== null, { what: 'a failure' });
    expect((await read()).state).toBe('pending');
    graph.failWith = null;
    await waitFor(async () => (await read()).state === 'published', {
      what: 'the second try',
      timeoutMs: 20_000,
    });
    await api.ok(endpoints.putIceBreakers, { ...scene.at(accountId), body: { sets: [] } });
    await waitFor(async () => (await read()).state === 'published', { what: 'an empty list' });
    expect(sentTo('/messenger_profile').at(-1)).toMatchObject({ method: 'DELETE' });
  });

  it('start no flow of anybody else', async () => {
    const answer = await scene.test.api.call(endpoints.putPersistentMenu, {
      ...scene.at(accountId),
      body: { menus: [{ items: [item(newId(), 'X')] }] },
    });
    expect([answer.status, answer.error.code]).toEqual([422, 'unknown_flow']);
  });
});

describe('a comment trigger about one post', () => {
  const address = 'https://www.instagram.com/p/AbC123/';
  const post = (id: string, permalink: string, at = Date.now()) => ({
    id,
    permalink,
    timestamp: new Date(at).toISOString().replace(/\.\d+Z$/, '+0000'),
  });
  const listen = async (text: string, body: object): Promise<Trigger> => {
    const { flowId } = await scene.publish(flow(start(), message(text)));
    return scene.test.api.ok(endpoints.createTrigger, {
      ...scene.at(flowId),
      body: { type: 'comment_keyword', keyword: 'want', ...body },
    });
  };
  const isBound = async (triggerId: string): Promise<string | null> => {
    const page = await scene.test.api.ok(endpoints.listAccountTriggers, scene.at(accountId));
    return page.triggers.find((trigger) => trigger.triggerId === triggerId)?.mediaId ?? null;
  };

  it('finds the post by its address and hears comments below it only', async () => {
    scene.test.graph.posts = [post('m-2', 'https://www.instagram.com/p/Other/'), post('m-1', address)];
    const trigger = await listen('About AbC', { postPermalink: `${address}?utm=x` });
    expect(trigger).toMatchObject({ postScope: 'one', mediaId: null, oncePerPost: false });
    await waitFor(async () => (await isBound(trigger.triggerId)) === 'm-1', { what: 'the post' });
    await comment('82001', 'm-2');
    await comment('82002', 'm-1');
    await waitFor(() => scene.test.graph.requests.some(({ body }) => body.includes('About AbC')), {
      what: 'the answer',
    });
    const answers = scene.test.graph.requests.filter(({ body }) => body.includes('About AbC'));
    expect(answers).toHaveLength(1);
  });

  it('binds to the first post published after it was made', async () => {
    scene.test.graph.posts = [];
    const trigger = await listen('About the next', { postScope: 'next' });
    const madeAt = Date.parse(trigger.createdAt);
    scene.test.graph.posts = [
      post('n-2', 'https://www.instagram.com/p/N2/', madeAt + 60_000),
      post('n-1', 'https://www.instagram.com/p/N1/', madeAt + 30_000),
      post('m-1', address, madeAt - 60_000),
    ];
    await waitFor(async () => (await isBound(trigger.triggerId)) === 'n-1', {
      what: 'the next post',
      timeoutMs: 45_000,
    });
    const change = { ...scene.at(trigger.triggerId), body: { postPermalink: null } };
    expect(await scene.test.api.ok(endpoints.updateTrigger, change)).toMatchObject({
      postScope: 'next',
      mediaId: 'n-1',
    });
  });

  it('is refused without the address of the post', async () => {
    const { flowId } = await scene.publish(flow(start(), message('x')));
    const answer = await scene.test.api.call(endpoints.createTrigger, {
      ...scene.at(flowId),
      body: { type: 'comment_keyword', postScope: 'one' },
    });
    expect([answer.status, answer.error.code]).toEqual([422, 'invalid_trigger']);
  });
});
