import { startWorld, type Json, type SpecWorld } from '../spec/start-world';

describe('webhook events', () => {
  let world: SpecWorld;
  let igsid: string;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    igsid = await world.newPerson({ username: `ana_${Math.random().toString(36).slice(2, 8)}` });
    await world.events();
  });

  const act = (verb: string, body: object = {}) =>
    world.control('POST', `/accounts/${world.account.userId}/persons/${igsid}/${verb}`, body);
  const setSwitches = (change: object) => world.control('PATCH', '/switches', change);
  const fromPerson = (rest: object) => ({
    sender: { id: igsid },
    recipient: { id: world.account.userId },
    timestamp: expect.any(Number),
    ...rest,
  });
  const lastBody = (): Json => JSON.parse(world.receiver.received.at(-1)!.text);

  it('put a message into the envelope of the instagram object, with time in milliseconds', async () => {
    await world.write(igsid, { text: 'hi' });
    await world.events();
    const body = lastBody();
    expect(Object.keys(body)).toEqual(['object', 'entry']);
    expect(body.object).toBe('instagram');
    expect(Object.keys(body.entry[0])).toEqual(['id', 'time', 'messaging']);
    expect(body.entry[0].id).toBe(world.account.userId);
    expect(body.entry[0].time).toBeGreaterThan(1e12);
  });

  it.each<[string, object, object]>([
    ['text', { text: 'hi' }, { text: 'hi' }],
    [
      'an attachment',
      { attachment: { type: 'image', url: 'https://a.example/a.png' } },
      { attachments: [{ type: 'image', payload: { url: 'https://a.example/a.png' } }] },
    ],
    [
      'a story reply',
      { text: 'wow', storyReply: true },
      { text: 'wow', reply_to: { story: { url: expect.any(String), id: expect.any(String) } } },
    ],
    [
      'a story mention',
      { storyMention: true },
      { attachments: [{ type: 'story_mention', payload: { url: expect.any(String) } }] },
    ],
    [
      'a referral',
      { text: 'hi', referral: { ref: 'spring', source: 'ADS' } },
      { text: 'hi', referral: { ref: 'spring', source: 'ADS' } },
    ],
    ['something unsupported', { unsupported: true }, { is_unsupported: true }],
    ['a reply to a message', { text: 'that', replyToMid: 'm_1' }, { text: 'that', reply_to: { mid: 'm_1' } }],
  ])('tell of %s', async (_name, message, expected) => {
    const { mid } = await world.write(igsid, message);
    expect(await world.events()).toEqual([fromPerson({ message: { mid, ...expected } })]);
  });

  it('tell of a quick reply tap as a message with the title and the payload', async () => {
    await world.write(igsid, { text: 'hi' });
    const quickReplies = [
      { content_type: 'text', title: 'Yes', payload: 'YES' },
      { content_type: 'text', title: 'No', payload: 'NO' },
    ];
    const message = { text: 'Well?', quick_replies: quickReplies };
    const sent = await world.graph('POST', '/me/messages', { recipient: { id: igsid }, message });
    await world.events();
    const { body } = await act('tap', { mid: sent.body.message_id, kind: 'quick_reply', payload: 'NO' });
    expect(await world.events()).toEqual([
      fromPerson({ message: { mid: body.mid, text: 'No', quick_reply: { payload: 'NO' } } }),
    ]);
    expect((await act('tap', { mid: sent.body.message_id, kind: 'quick_reply', index: 7 })).status).toBe(404);
  });

  it('tell of a button as a postback and of a link not at all', async () => {
    await world.write(igsid, { text: 'hi' });
    const buttons = [
      { type: 'web_url', title: 'Site', url: 'https://a.example' },
      { type: 'postback', title: 'Prices', payload: 'PRICES' },
    ];
    const payload = {
      template_type: 'generic',
      elements: [
        { title: 'A', subtitle: 's' },
        { title: 'B', buttons },
      ],
    };
    const message = { attachment: { type: 'template', payload } };
    const sent = await world.graph('POST', '/me/messages', { recipient: { id: igsid }, message });
    await world.events();
    const mid = sent.body.message_id;
    expect((await act('tap', { mid, kind: 'button', index: 0 })).body).toEqual({
      mid: null,
      url: 'https://a.example',
    });
    const { body } = await act('tap', { mid, kind: 'button', index: 1 });
    expect(await world.events()).toEqual([
      fromPerson({ postback: { mid: body.mid, title: 'Prices', payload: 'PRICES' } }),
    ]);
  });

  it('open the window on a postback, or not, as the switch says', async () => {
    const setIceBreakers = { ice_breakers: [{ call_to_actions: [{ question: 'Prices?', payload: 'P' }] }] };
    expect(
      (await world.graph('POST', '/me/messenger_profile', { platform: 'instagram', ...setIceBreakers }))
        .status,
    ).toBe(200);
    await act('tap', { kind: 'ice_breaker', index: 0 });
    expect(await world.events()).toEqual([
      fromPerson({ postback: { mid: expect.any(String), title: 'Prices?', payload: 'P' } }),
    ]);
    const buttons = [{ type: 'postback', title: 'More', payload: 'M' }];
    const message = {
      attachment: { type: 'template', payload: { template_type: 'button', text: 't', buttons } },
    };
    const { body } = await world.graph('POST', '/me/messages', { recipient: { id: igsid }, message });
    await world.advance(25 * 3_600_000);
    await setSwitches({ postbackOpensWindow: false });
    await act('tap', { kind: 'button', mid: body.message_id });
    expect((await world.sendText(igsid, 'x')).body.error.error_subcode).toBe(2534022);
    await setSwitches({ postbackOpensWindow: true });
    await act('tap', { kind: 'button', mid: body.message_id });
    expect((await world.sendText(igsid, 'x')).status).toBe(200);
  });

  it('tell of reads, reactions, edits and deletions', async () => {
    const { mid } = await world.write(igsid, { text: 'frist' });
    const sent = (await world.sendText(igsid, 'answer')).body.message_id;
    await world.events();
    await act('read');
    await act('read');
    await act('react', { mid: sent, emoji: '❤️' });
    await act('react', { mid: sent, emoji: null });
    await act('edit', { mid, text: 'first' });
    await act('unsend', { mid });
    expect(await world.events()).toEqual([
      fromPerson({ read: { mid: sent } }),
      fromPerson({ reaction: { mid: sent, action: 'react', reaction: 'love', emoji: '❤️' } }),
      fromPerson({ reaction: { mid: sent, action: 'unreact' } }),
      fromPerson({ message_edit: { mid, text: 'first', num_edit: 1 } }),
      fromPerson({ message: { mid, is_deleted: true } }),
    ]);
  });

  const referral = { ref: 'summer', source: 'SHORTLINK', type: 'OPEN_THREAD' };

  it('tell of an ig.me link into a thread that exists, which opens the window, or not', async () => {
    await world.write(igsid, { text: 'hi' });
    await world.events();
    await world.advance(25 * 3_600_000);
    await setSwitches({ linkOpensWindow: false });
    expect((await act('link', { ref: 'summer' })).body).toEqual({ done: true, isTold: true });
    expect(await world.events()).toEqual([fromPerson({ referral })]);
    expect((await world.sendText(igsid, 'x')).body.error.error_subcode).toBe(2534022);
    await setSwitches({ linkOpensWindow: true });
    await act('link', { ref: 'summer' });
    expect((await world.sendText(igsid, 'x')).status).toBe(200);
  });

  it('tell of an ig.me link into a new thread with the first message only', async () => {
    expect((await act('link', { ref: 'summer' })).body).toEqual({ done: true, isTold: false });
    expect(await world.events()).toEqual([]);
    await world.write(igsid, { text: 'hi' });
    await world.write(igsid, { text: 'and more' });
    const [first, second] = await world.events();
    expect(first).toEqual(fromPerson({ message: { mid: expect.any(String), text: 'hi', referral } }));
    expect(second.message.referral).toBeUndefined();
  });

  it('tell of what the owner types in the Instagram app', async () => {
    const path = `/accounts/${world.account.userId}/app-message`;
    const { body } = await world.control('POST', path, { igsid, text: 'This is Ana from the shop' });
    expect(await world.events()).toEqual([
      {
        sender: { id: world.account.userId },
        recipient: { id: igsid },
        timestamp: expect.any(Number),
        message: { mid: body.mid, text: 'This is Ana from the shop', is_echo: true },
      },
    ]);
  });

  it('arrive as standby while another app holds the thread', async () => {
    await world.control('PATCH', `/accounts/${world.account.userId}/persons/${igsid}`, {
      threadOwner: 'other',
    });
    await world.write(igsid, { text: 'hi' });
    await world.events();
    expect(Object.keys(lastBody().entry[0])).toEqual(['id', 'time', 'standby']);
  });

  describe('for comments', () => {
    it('carry the commenter, the post and the parent, with time in seconds', async () => {
      const mediaId = await world.newPost({ productType: 'REELS' });
      const id = await world.comment(mediaId, igsid, 'price?');
      const [event] = await world.events();
      expect(event).toEqual({
        field: 'comments',
        value: {
          id,
          from: { id: igsid, username: expect.any(String) },
          text: 'price?',
          media: { id: mediaId, media_product_type: 'REELS' },
        },
      });
      expect(lastBody().entry[0].time).toBeLessThan(1e11);
    });

    it('bring the own public reply back with its marks', async () => {
      const mediaId = await world.newPost();
      const parent = await world.comment(mediaId, igsid);
      await world.events();
      const { body } = await world.graph('POST', `/${parent}/replies?message=Sent+you+a+DM`);
      const [event] = await world.events();
      expect(event.value).toMatchObject({
        id: body.id,
        parent_id: parent,
        from: { id: world.account.userId, self_ig_scoped_id: expect.any(String) },
        text: 'Sent you a DM',
      });
    });

    it('take the other documented shapes by switch', async () => {
      await setSwitches({ commentShape: 'flat', commentIdKey: 'comment_id', changesTime: 'milliseconds' });
      const id = await world.comment(await world.newPost(), igsid);
      await world.events();
      const [entry] = lastBody().entry;
      expect(entry).toMatchObject({ field: 'comments', value: { comment_id: id } });
      expect(entry.time).toBeGreaterThan(1e12);
      await setSwitches({ commentShape: 'changes', commentIdKey: 'id', changesTime: 'seconds' });
      expect((await setSwitches({ commentShape: 'cubist' })).status).toBe(400);
      expect((await setSwitches({ noSuchSwitch: true })).status).toBe(400);
    });

    it('use live_comments during a broadcast', async () => {
      await world.comment(await world.newPost({ isLive: true }), igsid);
      expect((await world.events())[0].field).toBe('live_comments');
    });
  });

  describe('stay away', () => {
    const reasonOf = async (): Promise<string> =>
      (await world.ledger('type=webhook&result=skipped&tail=true&limit=1'))[0].error;

    it('from an account that is not subscribed, until it is', async () => {
      await world.graph('DELETE', '/me/subscribed_apps');
      await world.write(igsid, { text: 'hi' });
      expect(await world.events()).toEqual([]);
      expect(await reasonOf()).toContain('not subscribed');
      await world.graph('POST', '/me/subscribed_apps?subscribed_fields=messages,comments');
      await world.write(igsid, { text: 'hi' });
      expect(await world.events()).toHaveLength(1);
    });

    it('while the app is not live or did not select the field', async () => {
      await world.control('POST', '/webhook', { isLive: false });
      await world.write(igsid, { text: 'hi' });
      expect(await reasonOf()).toContain('not live');
      await world.control('POST', '/webhook', { isLive: true, fields: ['comments'] });
      await world.write(igsid, { text: 'hi' });
      expect(await reasonOf()).toContain('field messages');
      expect(await world.events()).toEqual([]);
    });
  });
});
