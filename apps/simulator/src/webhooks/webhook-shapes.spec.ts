import { createHmac } from 'node:crypto';
import { startWorld, type Json, type SpecWorld } from '../spec/start-world';

describe('webhooks in their other shapes', () => {
  let world: SpecWorld;
  let igsid: string;
  beforeEach(async () => {
    world = await startWorld();
    igsid = await world.newPerson({ username: 'ana' });
  });
  afterEach(() => world.close());

  const setSwitches = (change: object) => world.control('PATCH', '/switches', change);
  const at = (path: string) => `/accounts/${world.account.userId}${path}`;
  const act = (verb: string, body: object = {}) =>
    world.control('POST', at(`/persons/${igsid}/${verb}`), body);
  const bodies = async (): Promise<Json[]> => {
    await world.control('POST', '/webhook/drain', {});
    return world.receiver.received.map(({ text }) => JSON.parse(text));
  };
  const onlyEntry = async (): Promise<Json> => (await bodies()).at(-1).entry[0];
  const break_ = (fault: object) => world.control('POST', '/faults', fault);

  it('direct messages as changes with the name of the field', async () => {
    await setSwitches({ messageShape: 'changes' });
    await world.write(igsid, { text: 'hi' });
    const entry = await onlyEntry();
    expect(entry.changes).toEqual([
      { field: 'messages', value: expect.objectContaining({ sender: { id: igsid } }) },
    ]);
  });

  it('plain UTF-8 with slashes as they are', async () => {
    await world.write(igsid, { text: 'ä/😀' });
    await setSwitches({ escapedJson: false });
    await world.write(igsid, { text: 'ä/😀' });
    await bodies();
    const [escaped, plain] = world.receiver.received;
    expect(escaped?.text).toContain('\\u00e4\\/\\ud83d\\ude00');
    expect(plain?.text).toContain('ä/😀');
    for (const { body, headers } of world.receiver.received) {
      const expected = createHmac('sha256', 'simulator-app-secret').update(body).digest('hex');
      expect(headers['x-hub-signature-256']).toBe(`sha256=${expected}`);
    }
  });

  it('entries under the id of the Page', async () => {
    await setSwitches({ entryIdIsPage: true });
    await world.write(igsid, { text: 'hi' });
    const { pageId } = (await world.control('GET', at(''))).body;
    expect((await onlyEntry()).id).toBe(pageId);
  });

  it('echoes under one field, the other, or both', async () => {
    await world.write(igsid, { text: 'hi' });
    await world.events();
    const echoesWith = async (echoField: string, fields: string[]) => {
      await setSwitches({ echoField });
      await world.control('POST', '/webhook', { fields });
      await world.sendText(igsid, 'x');
      return (await world.events()).length;
    };
    expect(await echoesWith('message_echoes', ['messages'])).toBe(0);
    expect(await echoesWith('messages', ['messages'])).toBe(1);
    expect(await echoesWith('both', ['messages', 'message_echoes'])).toBe(2);
  });

  it('shared posts in the new form, the old one, or both; reels as links', async () => {
    const typesOf = async (share: object) => {
      await world.write(igsid, { share });
      return (await world.events())[0].message.attachments.map(({ type }: Json) => type);
    };
    const mediaId = await world.newPost({ caption: 'Tulips' });
    expect(await typesOf({ kind: 'post', mediaId })).toEqual(['ig_post']);
    await setSwitches({ sharedPostShape: 'both' });
    expect(await typesOf({ kind: 'post', mediaId })).toEqual(['share', 'ig_post']);
    await setSwitches({ sharedPostShape: 'share' });
    expect(await typesOf({ kind: 'post' })).toEqual(['share']);
    await world.write(igsid, { share: { kind: 'reel', mediaId } });
    expect((await world.events())[0].message.attachments[0]).toEqual({
      type: 'ig_reel',
      payload: { url: expect.stringContaining('/reel/'), title: 'Tulips', reel_video_id: mediaId },
    });
  });

  it('several attachments in one message, and a message that came from an ad', async () => {
    const photo = { type: 'image', url: 'https://a.example/a.png' };
    await world.write(igsid, { attachments: [photo, photo, photo] });
    expect((await world.events())[0].message.attachments).toHaveLength(3);
    await world.write(igsid, { text: 'hi', ad: { adId: '77', title: 'Sale', ref: 'r' } });
    expect((await world.events())[0].message.referral).toEqual({
      ref: 'r',
      ad_id: '77',
      source: 'ADS',
      type: 'OPEN_THREAD',
      ads_context_data: { ad_title: 'Sale' },
    });
  });

  it('phantom edits, edits without text, postbacks without mid', async () => {
    await setSwitches({ phantomEdits: true, editCarriesText: false, postbackCarriesMid: false });
    const { mid } = await world.write(igsid, { text: 'hi' });
    await act('edit', { mid, text: 'hello' });
    const [phantom, , edit] = await world.events();
    expect(phantom.message_edit).toEqual({ mid, text: null, num_edit: 0 });
    expect(edit.message_edit).toEqual({ mid, text: null, num_edit: 1 });
    const iceBreakers = [{ call_to_actions: [{ question: 'Prices?', payload: 'P' }] }];
    await world.graph('POST', '/me/messenger_profile', { platform: 'instagram', ice_breakers: iceBreakers });
    await act('tap', { kind: 'ice_breaker', index: 0 });
    expect((await world.events())[0].postback).toEqual({ title: 'Prices?', payload: 'P' });
  });

  it('an ice breaker after an ig.me link carries the link', async () => {
    const iceBreakers = [{ call_to_actions: [{ question: 'Prices?', payload: 'P' }] }];
    await world.graph('POST', '/me/messenger_profile', { platform: 'instagram', ice_breakers: iceBreakers });
    await act('link', { ref: 'poster' });
    await setSwitches({ iceBreakerOpensWindow: false });
    await act('tap', { kind: 'ice_breaker', index: 0 });
    expect((await world.events())[0].postback.referral.ref).toBe('poster');
    expect((await world.sendText(igsid, 'x')).body.error.error_subcode).toBe(2534022);
  });

  it('mentions under their own field, or folded into comments', async () => {
    const mention = (body: object) => world.control('POST', at('/mentions'), { igsid, ...body });
    const { commentId, mediaId } = (await mention({})).body;
    expect(await world.events()).toEqual([
      { field: 'mentions', value: { media_id: mediaId, comment_id: commentId } },
    ]);
    const caption = (await mention({ in: 'caption' })).body;
    expect((await world.events())[0].value).toEqual({ media_id: caption.mediaId });
    await setSwitches({ mentionShape: 'comments' });
    await mention({ text: '@bloom look' });
    expect((await world.events())[0]).toMatchObject({
      field: 'comments',
      value: { text: '@bloom look', from: { id: igsid, username: 'ana' } },
    });
  });

  it('comments under an ad, and without the name of the commenter', async () => {
    await setSwitches({ commentUsernames: false });
    await world.comment(await world.newPost({ productType: 'AD', adId: '5', adTitle: 'Sale' }), igsid);
    expect((await world.events())[0].value).toMatchObject({
      from: { id: igsid, username: '' },
      media: { media_product_type: 'AD', ad_id: '5', ad_title: 'Sale' },
    });
  });

  it('messages to oneself, opt-ins, handovers and insights', async () => {
    await world.control('POST', at('/self-message'), { text: 'note' });
    expect((await world.events())[0]).toMatchObject({
      sender: { id: world.account.userId },
      message: { text: 'note', is_self: true, is_echo: true },
    });
    const emit = (body: object) => world.control('POST', at('/events'), body);
    await emit({ field: 'messaging_optins', igsid, payload: { optin: { type: 'x', payload: 'y' } } });
    await emit({ field: 'story_insights', payload: { media_id: '1', impressions: 3 } });
    expect(await world.events()).toEqual([
      expect.objectContaining({ sender: { id: igsid }, optin: { type: 'x', payload: 'y' } }),
      { field: 'story_insights', value: { media_id: '1', impressions: 3 } },
    ]);
    expect((await emit({ field: 'follows', payload: {} })).status).toBe(400);
  });

  it("the dashboard's test payloads, with entry id 0 under changes", async () => {
    for (const field of ['messages', 'comments', 'standby'])
      expect((await world.control('POST', '/webhook/test', { field })).body.status).toBe(200);
    const [messages] = await bodies();
    expect(messages.entry[0]).toMatchObject({
      id: '0',
      changes: [{ field: 'messages', value: { message: { mid: 'random_mid' } } }],
    });
  });

  it('one body for what several accounts told within a while', async () => {
    await setSwitches({ webhookBatchAcrossAccounts: true, webhookBatchWaitMs: 60 });
    const { body: other } = await world.control('POST', '/accounts', { subscribed: true });
    const { body: stranger } = await world.control('POST', `/accounts/${other.userId}/persons`, {});
    await world.write(igsid, { text: 'a' });
    await world.control('POST', `/accounts/${other.userId}/persons/${stranger.igsid}/message`, { text: 'b' });
    await world.comment(await world.newPost(), igsid);
    const [body, ...rest] = await bodies();
    expect(rest).toEqual([]);
    expect(body.entry.map(({ id }: Json) => id)).toEqual([
      world.account.userId,
      other.userId,
      world.account.userId,
    ]);
    expect((await world.ledger('type=webhook'))[0]).toMatchObject({ accountId: null, outcome: 'delivered' });
  });

  it('stories whose addresses die after a day', async () => {
    await world.write(igsid, { storyMention: true });
    const { url } = (await world.events())[0].message.attachments[0].payload;
    expect((await fetch(url)).status).toBe(200);
    await world.advance(25 * 3_600_000);
    expect((await fetch(url)).status).toBe(403);
  });

  it('nothing for a creator whose conversations were never listed, by switch', async () => {
    await setSwitches({ creatorsNeedConversations: true });
    const { body: creator } = await world.control('POST', '/accounts', {
      accountType: 'Media_Creator',
      subscribed: true,
    });
    const { body: fan } = await world.control('POST', `/accounts/${creator.userId}/persons`, {});
    const write = () =>
      world.control('POST', `/accounts/${creator.userId}/persons/${fan.igsid}/message`, { text: 'hi' });
    await write();
    expect(await world.events()).toEqual([]);
    await world.graph('GET', '/me/conversations?platform=instagram', undefined, creator.accessToken);
    await write();
    expect(await world.events()).toHaveLength(1);
  });

  describe('broken on demand', () => {
    it('lost', async () => {
      await break_({ kind: 'lose_webhook', match: { path: 'messages' }, times: 1 });
      await world.write(igsid, { text: 'lost' });
      await world.write(igsid, { text: 'kept' });
      expect((await world.events()).map(({ message }) => message.text)).toEqual(['kept']);
      const [skipped] = await world.ledger('type=webhook&result=skipped');
      expect(skipped).toMatchObject({ error: 'lost by a fault', igsid });
    });

    it('late', async () => {
      await break_({ kind: 'delay_webhook', delayMs: 80, times: 1 });
      await world.write(igsid, { text: 'late' });
      await world.write(igsid, { text: 'early' });
      expect((await world.events()).map(({ message }) => message.text)).toEqual(['early', 'late']);
    });

    it('late by the simulated clock', async () => {
      await break_({ kind: 'delay_webhook', delayMs: 3_600_000, times: 1 });
      await world.write(igsid, { text: 'an hour late' });
      expect((await world.control('GET', '/webhook')).body.deliveries.delayed).toBe(1);
      await world.advance(3_600_000);
      expect((await world.events()).map(({ message }) => message.text)).toEqual(['an hour late']);
    });

    it('with a wrong signature first, and the right one when it is repeated', async () => {
      await break_({ kind: 'wrong_signature', times: 1 });
      world.receiver.statuses.push(401);
      await world.write(igsid, { text: 'hi' });
      await bodies();
      const [forged, good] = world.receiver.received;
      const right = createHmac('sha256', 'simulator-app-secret')
        .update(good?.body ?? '')
        .digest('hex');
      expect(forged?.headers['x-hub-signature-256']).not.toBe(`sha256=${right}`);
      expect(good?.headers['x-hub-signature-256']).toBe(`sha256=${right}`);
    });

    it('signed with the secret of the other app', async () => {
      await world.control('POST', '/webhook', { signingSecret: 'meta-app-secret' });
      await world.write(igsid, { text: 'hi' });
      await bodies();
      const [{ body, headers } = { body: '', headers: {} as Record<string, string> }] =
        world.receiver.received;
      const expected = createHmac('sha256', 'meta-app-secret').update(body).digest('hex');
      expect(headers['x-hub-signature-256']).toBe(`sha256=${expected}`);
    });
  });
});
