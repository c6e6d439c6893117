import { startGraphStub, type GraphStub } from '../spec-support/start-graph-stub';
import { createGraphClient, type GraphClient } from './create-graph-client';
import type { OutgoingMessage } from './outgoing-message';

const access = { accountInstagramId: '17841405822304914', token: 'T0KEN' };
const to = { ...access, recipientId: '5' };

describe('calls of the Graph API', () => {
  let stub: GraphStub;
  let client: GraphClient;

  beforeEach(async () => {
    stub = await startGraphStub();
    client = createGraphClient({ baseUrl: stub.url, version: 'v25.0', timeoutMs: 2_000 });
  });
  afterEach(async () => {
    await client.destroy();
    await stub.close();
  });
  const success = { body: { success: true } };
  const next = (after: string) => ({ cursors: { before: 'b', after }, next: `https://g/x?after=${after}` });

  describe('messages', () => {
    const url = 'https://files.example/a';
    const tap = { type: 'postback', title: 'Go', payload: 'GO' } as const;
    it.each<[string, OutgoingMessage, object]>([
      ['a text', { text: 'Hi' }, { text: 'Hi' }],
      ...(['image', 'video', 'audio', 'file'] as const).map((type): [string, OutgoingMessage, object] => [
        `a file of type ${type}`,
        { media: { type, url } },
        { attachment: { type, payload: { url } } },
      ]),
      [
        'an uploaded file',
        { media: { type: 'video', attachmentId: '77' } },
        { attachment: { type: 'video', payload: { attachment_id: '77' } } },
      ],
      [
        'several pictures',
        { images: [{ url }, { attachmentId: '78' }] },
        {
          attachments: [
            { type: 'image', payload: { url } },
            { type: 'image', payload: { attachment_id: '78' } },
          ],
        },
      ],
      ['the heart', { sticker: 'like_heart' }, { attachment: { type: 'like_heart' } }],
      [
        'a post of the account',
        { sharedPostId: '99' },
        { attachment: { type: 'MEDIA_SHARE', payload: { id: '99' } } },
      ],
      [
        'a carousel',
        { elements: [{ title: 'A', subtitle: 'b', buttons: [tap] }] },
        {
          attachment: {
            type: 'template',
            payload: {
              template_type: 'generic',
              elements: [{ title: 'A', subtitle: 'b', buttons: [tap] }],
            },
          },
        },
      ],
      [
        'buttons',
        { text: 'Hi', buttons: [tap] },
        {
          attachment: {
            type: 'template',
            payload: { template_type: 'button', text: 'Hi', buttons: [tap] },
          },
        },
      ],
      [
        'quick replies of every kind',
        {
          text: 'Hi',
          quickReplies: [
            { title: 'Yes', payload: 'Y' },
            { type: 'user_email' },
            { type: 'user_phone_number', payload: 'PHONE' },
          ],
        },
        {
          text: 'Hi',
          quick_replies: [
            { content_type: 'text', title: 'Yes', payload: 'Y' },
            { content_type: 'user_email' },
            { content_type: 'user_phone_number', payload: 'PHONE' },
          ],
        },
      ],
    ])('send %s', async (_name, message, expected) => {
      stub.answer({ body: { recipient_id: '5', message_id: 'm1' } });
      expect(await client.sendMessage({ ...to, message })).toMatchObject({ ok: true, messageId: 'm1' });
      expect(stub.seen).toMatchObject([
        { method: 'POST', path: '/v25.0/17841405822304914/messages', authorization: 'Bearer T0KEN' },
      ]);
      expect(stub.seen[0]?.body).toEqual({ recipient: { id: '5' }, message: expected });
    });

    it('answer a message, and carry both forms of the human agent tag', async () => {
      stub.answer({ body: { recipient_id: '5', message_id: 'm1' } });
      await client.sendMessage({ ...to, message: { text: 'x' }, replyToMid: 'm0', isHumanAgent: true });
      expect(stub.seen[0]?.body).toEqual({
        recipient: { id: '5' },
        message: { text: 'x' },
        reply_to: { mid: 'm0' },
        messaging_type: 'MESSAGE_TAG',
        tag: 'HUMAN_AGENT',
      });
    });

    it.each(['typing_on', 'typing_off', 'mark_seen'] as const)(
      'show %s without a message',
      async (action) => {
        stub.answer({ body: { recipient_id: '5' } });
        expect(await client.sendAction({ ...to, action })).toMatchObject({ ok: true, recipientId: '5' });
        expect(stub.seen[0]?.body).toEqual({ recipient: { id: '5' }, sender_action: action });
      },
    );

    it('react and take reactions back', async () => {
      stub.answer({ body: { recipient_id: '5' } });
      expect(await client.react({ ...to, mid: 'm1' })).toMatchObject({ ok: true });
      expect(await client.unreact({ ...to, mid: 'm1' })).toMatchObject({ ok: true });
      expect(stub.seen.map(({ body }) => body)).toEqual([
        {
          recipient: { id: '5' },
          sender_action: 'react',
          payload: { message_id: 'm1', reaction: 'love' },
        },
        { recipient: { id: '5' }, sender_action: 'unreact', payload: { message_id: 'm1' } },
      ]);
    });

    it('upload a file once', async () => {
      stub.answer({ body: '{"attachment_id": 1234567890123456789}' });
      expect(await client.uploadAttachment({ ...access, type: 'image', url })).toMatchObject({
        ok: true,
        attachmentId: '1234567890123456789',
      });
      expect(stub.seen[0]).toMatchObject({
        path: '/v25.0/17841405822304914/message_attachments',
        body: { message: { attachment: { type: 'image', payload: { url, is_reusable: true } } } },
      });
    });
  });

  describe('comments and posts', () => {
    it('read comments page by page with the answers below them', async () => {
      const comment = {
        id: '1',
        text: 'price?',
        timestamp: '2025-07-28T22:44:49+0000',
        from: { id: '5', username: 'anna' },
        hidden: false,
        like_count: 2,
        replies: { data: [{ id: '2', text: 'here', username: 'shop', parent_id: '1' }] },
      };
      stub.answer({ body: { data: [comment, { no: 'id' }], paging: next('A') } });
      expect(await client.listComments({ mediaId: '9', token: 'T0KEN', limit: 500 })).toMatchObject({
        ok: true,
        nextCursor: 'A',
        items: [
          {
            commentId: '1',
            username: 'anna',
            fromId: '5',
            createdAt: Date.UTC(2025, 6, 28, 22, 44, 49),
            isHidden: false,
            likeCount: 2,
            replies: [{ commentId: '2', username: 'shop', parentId: '1', replies: [] }],
          },
        ],
      });
      stub.answer({ body: { data: [], paging: { cursors: { before: 'x', after: 'y' } } } });
      expect(await client.listComments({ mediaId: '9', token: 'T0KEN', after: 'A' })).toMatchObject({
        items: [],
        nextCursor: null,
      });
      expect(stub.seen).toMatchObject([
        { path: '/v25.0/9/comments', query: { limit: '50' } },
        { query: { after: 'A' } },
      ]);
      stub.answer({ body: comment });
      expect(await client.getComment({ commentId: '1', token: 'T0KEN' })).toMatchObject({ commentId: '1' });
    });

    it('hide, show and delete comments, and switch them off', async () => {
      stub.answer(success);
      const { token } = access;
      await client.setCommentHidden({ commentId: '1', isHidden: true, token });
      await client.setCommentHidden({ commentId: '1', isHidden: false, token });
      await client.setCommentsEnabled({ mediaId: '9', isEnabled: false, token });
      expect(await client.deleteComment({ commentId: '1', token })).toMatchObject({ ok: true });
      expect(stub.seen).toMatchObject([
        { method: 'POST', path: '/v25.0/1', query: { hide: 'true' } },
        { method: 'POST', path: '/v25.0/1', query: { hide: 'false' } },
        { method: 'POST', path: '/v25.0/9', query: { comment_enabled: 'false' } },
        { method: 'DELETE', path: '/v25.0/1' },
      ]);
      stub.answer({ status: 502, body: '<html>' });
      expect(await client.deleteComment({ commentId: '1', token })).toMatchObject({ outcome: 'transient' });
    });

    it('list posts, stories and broadcasts', async () => {
      const post = {
        id: '9',
        caption: 'New',
        media_type: 'CAROUSEL_ALBUM',
        media_product_type: 'FEED',
        permalink: 'https://www.instagram.com/p/x/',
        timestamp: '2025-07-28T22:44:49+0000',
        comments_count: 3,
        children: { data: [{ id: '10' }, { id: '11' }] },
      };
      // A cursor that only stands in the address of the next page.
      stub.answer({ body: { data: [post], paging: { next: 'https://g/x?limit=1&after=Zz' } } });
      expect(await client.listMedia({ ...access, limit: 1 })).toMatchObject({
        ok: true,
        nextCursor: 'Zz',
        items: [{ mediaId: '9', commentCount: 3, children: ['10', '11'], isCommentEnabled: null }],
      });
      await client.listStories(access);
      await client.listLiveMedia(access);
      expect(stub.seen.map(({ path }) => path)).toEqual(
        ['media', 'stories', 'live_media'].map((edge) => `/v25.0/17841405822304914/${edge}`),
      );
      stub.answer({ body: post });
      expect(await client.getMedia({ mediaId: '9', token: 'T0KEN' })).toMatchObject({ caption: 'New' });
    });
  });

  describe('conversations', () => {
    it('list them, and read one message', async () => {
      stub.answer({
        body: { data: [{ id: 't1', updated_time: '2025-07-28T22:44:49+0000' }], paging: next('C') },
      });
      expect(await client.listConversations({ ...access, limit: 10 })).toMatchObject({
        ok: true,
        nextCursor: 'C',
        items: [{ id: 't1', updatedAt: Date.UTC(2025, 6, 28, 22, 44, 49) }],
      });
      stub.answer({
        body: {
          id: 'm1',
          created_time: '2025-07-28T22:44:49+0000',
          from: { username: 'anna', id: '5' },
          to: { data: [{ username: 'shop', id: '1' }] },
          message: 'Hi',
        },
      });
      expect(await client.getMessage({ mid: 'm1', token: 'T0KEN' })).toMatchObject({
        ok: true,
        mid: 'm1',
        fromId: '5',
        toIds: ['1'],
        text: 'Hi',
        isUnsupported: false,
      });
      stub.answer({ status: 400, body: { error: { code: 9000001 } } });
      expect(await client.getMessage({ mid: 'm0', token: 'T0KEN' })).toMatchObject({ code: 'message_gone' });
    });
  });

  describe('the messenger profile', () => {
    const sets = [{ locale: 'default', iceBreakers: [{ question: 'Prices?', payload: 'PRICES' }] }];
    const actions = [{ question: 'Prices?', payload: 'PRICES' }];

    it.each([
      ['flat', [{ call_to_actions: actions, locale: 'default' }]],
      ['nested', [{ ice_breakers: [{ call_to_actions: actions, locale: 'default' }] }]],
    ])('reads ice breakers, %s', async (_name, data) => {
      stub.answer({ body: { data } });
      expect(await client.getIceBreakers(access)).toMatchObject({ ok: true, sets });
      expect(stub.seen[0]?.query).toEqual({ platform: 'instagram', fields: 'ice_breakers' });
    });

    it('reads that there are none', async () => {
      stub.answer({ body: { data: [] } });
      expect(await client.getIceBreakers(access)).toMatchObject({ ok: true, sets: [] });
      expect(await client.getPersistentMenu(access)).toMatchObject({ ok: true, menus: [] });
    });

    it('writes and deletes ice breakers', async () => {
      stub.answer(success);
      expect(await client.setIceBreakers({ ...access, sets })).toMatchObject({ ok: true });
      expect(await client.deleteIceBreakers(access)).toMatchObject({ ok: true });
      expect(stub.seen).toMatchObject([
        {
          method: 'POST',
          body: { platform: 'instagram', ice_breakers: [{ call_to_actions: actions, locale: 'default' }] },
        },
        { method: 'DELETE', body: { fields: ['ice_breakers'] } },
      ]);
    });

    it('reads, writes and deletes the menu', async () => {
      const menus = [
        {
          locale: 'default',
          isComposerDisabled: true,
          items: [
            { type: 'postback' as const, title: 'Prices', payload: 'PRICES' },
            { type: 'web_url' as const, title: 'Shop', url: 'https://example.com' },
          ],
        },
      ];
      const wire = {
        locale: 'default',
        composer_input_disabled: true,
        call_to_actions: menus[0]?.items,
      };
      stub.answer({ body: { data: [{ persistent_menu: [wire] }] } });
      expect(await client.getPersistentMenu(access)).toMatchObject({ ok: true, menus });
      stub.answer(success);
      await client.setPersistentMenu({ ...access, menus });
      await client.deletePersistentMenu(access);
      expect(stub.seen.slice(1)).toMatchObject([
        { method: 'POST', body: { persistent_menu: [wire] } },
        { method: 'DELETE', body: { fields: ['persistent_menu'] } },
      ]);
    });
  });

  it.each([
    ['Business', 'business'],
    ['MEDIA_CREATOR', 'creator'],
    [undefined, null],
  ])('reads the type of an account, %s', async (type, expected) => {
    stub.answer({ body: { user_id: '1', username: 'shop', account_type: type, followers_count: 7 } });
    expect(await client.getMe({ token: 't' })).toMatchObject({ accountType: expected, followerCount: 7 });
  });

  it('reads whether a person follows the account and is followed back', async () => {
    stub.answer({
      body: { name: null, is_user_follow_business: true, is_business_follow_user: false, follower_count: 3 },
    });
    expect(await client.getProfile({ ...access, personId: '5' })).toMatchObject({
      isFollower: true,
      isFollowedByAccount: false,
      isVerified: null,
      followerCount: 3,
    });
  });
});
