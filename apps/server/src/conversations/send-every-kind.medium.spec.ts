import { apiPrefix, endpoints, type BodyInputOf, type Conversation } from '@instaflow/contracts';
import { waitFor } from '@instaflow/testing';
import { signUp } from '../spec-support/scenario';
import { SimulatedShop } from '../spec-support/simulated-shop';

type Body = BodyInputOf<typeof endpoints.sendMessage>;

const png = Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), Buffer.alloc(100, 'x')]);
const file = (name: string) => `https://cdn.example/${name}`;
const dayMs = 24 * 3_600_000;

describe.each(['instagram', 'facebook'] as const)('what a person sends through %s', (login) => {
  let scene: SimulatedShop;
  let igsid: string;
  let conversation: Conversation;

  beforeAll(async () => {
    scene = await SimulatedShop.open({ login });
  });
  beforeEach(async () => {
    igsid = await scene.createPerson();
    conversation = await scene.receive(igsid, 'a question');
  });
  afterAll(() => scene.close());

  const at = () => scene.at(conversation.conversationId);
  const send = (body: Body) => scene.test.api.call(endpoints.sendMessage, { ...at(), body });
  const messages = async () => (await scene.test.api.ok(endpoints.listMessages, at())).messages;
  const template = (payload: object) => ({ attachment: { type: 'template', payload } });

  it.each<[string, Body, object]>([
    ['a text', { text: 'Hello' }, { text: 'Hello' }],
    [
      'a picture',
      { mediaUrl: file('a.jpg') },
      { attachment: { type: 'image', payload: { url: file('a.jpg') } } },
    ],
    [
      'several pictures in one message',
      { attachments: [{ url: file('a.jpg') }, { url: file('b.png'), kind: 'image' }] },
      {
        attachments: [
          { type: 'image', payload: { url: file('a.jpg') } },
          { type: 'image', payload: { url: file('b.png') } },
        ],
      },
    ],
    [
      'a video',
      { attachments: [{ url: file('a.mp4') }] },
      { attachment: { type: 'video', payload: { url: file('a.mp4') } } },
    ],
    [
      'a voice message',
      { attachments: [{ url: file('a.m4a') }] },
      { attachment: { type: 'audio', payload: { url: file('a.m4a') } } },
    ],
    [
      'a document',
      { attachments: [{ url: file('a.pdf') }] },
      { attachment: { type: 'file', payload: { url: file('a.pdf') } } },
    ],
    ['the heart', { sticker: 'like_heart' }, { attachment: { type: 'like_heart' } }],
    [
      'buttons',
      {
        text: 'Choose',
        buttons: [
          { type: 'postback', title: 'Prices', payload: 'PRICES' },
          { type: 'web_url', title: 'Shop', url: 'https://shop.example' },
        ],
      },
      template({
        template_type: 'button',
        text: 'Choose',
        buttons: [
          { type: 'postback', title: 'Prices', payload: 'PRICES' },
          { type: 'web_url', title: 'Shop', url: 'https://shop.example' },
        ],
      }),
    ],
    [
      'a carousel',
      {
        cards: [{ title: 'Shoes', subtitle: '49 €', imageUrl: file('s.jpg'), url: 'https://shop.example/s' }],
      },
      template({
        template_type: 'generic',
        elements: [
          {
            title: 'Shoes',
            subtitle: '49 €',
            image_url: file('s.jpg'),
            default_action: { type: 'web_url', url: 'https://shop.example/s' },
          },
        ],
      }),
    ],
    [
      'quick replies, with the person’s own e-mail address and phone number',
      {
        text: 'How do we reach you?',
        quickReplies: [
          { title: 'Later', payload: 'L' },
          { type: 'user_email' },
          { type: 'user_phone_number' },
        ],
      },
      {
        text: 'How do we reach you?',
        quick_replies: [
          { content_type: 'text', title: 'Later', payload: 'L' },
          { content_type: 'user_email' },
          { content_type: 'user_phone_number' },
        ],
      },
    ],
  ])('leaves as Instagram documents it: %s', async (_kind, body, message) => {
    const answer = await send(body);
    expect([answer.status, answer.body.status]).toEqual([201, 'sent']);
    expect(await scene.sentTo(igsid)).toMatchObject([{ recipient: { id: igsid }, message }]);
  });

  it('shares a post of the account, and says why when Instagram does not take it', async () => {
    const post = (await scene.control('POST', '/posts', { caption: 'New' })) as { id: string };
    expect((await send({ sharedPostId: post.id })).body.status).toBe('sent');
    expect(await scene.sentTo(igsid)).toMatchObject([
      { message: { attachment: { type: 'MEDIA_SHARE', payload: { id: post.id } } } },
    ]);
    const { body } = await send({ sharedPostId: '4711' });
    expect(body.message).toMatchObject({
      deliveryStatus: 'failed',
      error: { code: expect.any(String), message: expect.stringMatching(/\w+ .*\./) },
    });
  });

  it('sends an uploaded file by its id, and none of another workspace', async () => {
    const upload = async (by = scene.user) => {
      const answer = await scene.test.app.inject({
        method: 'POST',
        url: `${apiPrefix}/workspaces/${by.workspaceId}/media?fileName=a.png`,
        headers: { authorization: `Bearer ${by.token}`, 'content-type': 'image/png' },
        payload: png,
      });
      return endpoints.uploadMedia.response.parse(answer.json());
    };
    const mine = await upload();
    expect((await send({ attachments: [{ mediaFileId: mine.mediaFileId }] })).body.status).toBe('sent');
    expect(await scene.sentTo(igsid)).toMatchObject([
      { message: { attachment: { type: 'image', payload: { url: mine.url } } } },
    ]);
    const foreign = await upload(await signUp(scene.test));
    const refused = await send({ attachments: [{ mediaFileId: foreign.mediaFileId }] });
    expect([refused.status, refused.error.code]).toEqual([422, 'unknown_media_file']);
  });

  it('sends all parts in order and shows each in the conversation', async () => {
    await send({
      text: 'the text',
      attachments: [{ url: file('a.mp4') }, { url: file('a.jpg') }],
      sticker: 'like_heart',
    });
    await waitFor(async () => (await scene.sentTo(igsid)).length === 4, { what: 'four messages' });
    const kinds = (await scene.sentTo(igsid)).map(({ message }) => {
      const { attachment, text } = message as { attachment?: { type: string }; text?: string };
      return attachment?.type ?? text;
    });
    expect(kinds).toEqual(['like_heart', 'image', 'video', 'the text']);
    expect((await messages()).map(({ type }) => type)).toEqual(['text', 'text', 'image', 'video', 'text']);
  });

  it('answers one message of the person, shown above it', async () => {
    const [question] = await messages();
    const { body } = await send({ text: 'the answer', replyToMessageId: question?.messageLogId });
    expect(body.message.content).toMatchObject({ text: 'the answer', replyToMid: question?.mid });
    expect(await scene.sentTo(igsid)).toMatchObject([
      { reply_to: { mid: question?.mid }, message: { text: 'the answer' } },
    ]);
    const unknown = await send({ text: 'the answer', replyToMessageId: conversation.conversationId });
    expect([unknown.status, unknown.error.code]).toEqual([422, 'unknown_message']);
  });

  it('reacts to a message and takes it back', async () => {
    const [question] = await messages();
    const react = (reaction: string | null, messageId = question?.messageLogId ?? '') =>
      scene.test.api.call(endpoints.reactToMessage, {
        token: scene.user.token,
        params: { id: conversation.conversationId, messageId },
        body: { reaction },
      });
    expect((await react('love')).body).toEqual({ reaction: '❤️' });
    expect((await messages())[0]?.content).toMatchObject({ ownReaction: '❤️' });
    expect((await react(null)).body).toEqual({ reaction: null });
    expect((await messages())[0]?.content).not.toHaveProperty('ownReaction');
    const payload = { message_id: question?.mid };
    expect(await scene.sentTo(igsid)).toMatchObject([
      { sender_action: 'react', payload: { ...payload, reaction: 'love' } },
      { sender_action: 'unreact', payload },
    ]);
    const other = await react('😂');
    if (login === 'instagram') expect(other.body).toEqual({ reaction: '😂' });
    else expect([other.status, other.error.code]).toEqual([422, 'reaction_not_offered']);
    expect((await react('love', conversation.conversationId)).status).toBe(404);
  });

  it('shows typing and seen, and is quiet about it when nobody could see it', async () => {
    const act = (action: 'typing_on' | 'typing_off' | 'mark_seen') =>
      scene.test.api.call(endpoints.sendConversationAction, { ...at(), body: { action } });
    for (const action of ['mark_seen', 'typing_on', 'typing_off'] as const) {
      expect((await act(action)).body).toEqual({ isDone: true });
    }
    expect((await scene.sentTo(igsid)).map((call) => call['sender_action'])).toEqual([
      'mark_seen',
      'typing_on',
      'typing_off',
    ]);
    await scene.control('PATCH', `/persons/${igsid}`, { isUnavailable: true });
    expect((await act('typing_on')).body).toEqual({ isDone: false });
  });

  it('does not ask Instagram for what it shows nobody after a day', async () => {
    await scene.test.deps.engineSource.query(
      `UPDATE conversation SET last_user_message_at = now() - interval '25 hours' WHERE id = $1`,
      [conversation.conversationId],
    );
    const answer = await scene.test.api.call(endpoints.sendConversationAction, {
      ...at(),
      body: { action: 'typing_on' },
    });
    expect(answer.body).toEqual({ isDone: false });
    const asked = (await scene.callsTo('/messages')).filter(({ body }) =>
      JSON.stringify(body).includes(igsid),
    );
    expect(asked).toEqual([]);
  });

  it('is marked as written by a person after a day, and refused after a week', async () => {
    const wroteAgo = (ms: number) =>
      scene.test.deps.engineSource.query('UPDATE conversation SET last_user_message_at = $2 WHERE id = $1', [
        conversation.conversationId,
        new Date(Date.now() - ms),
      ]);
    await wroteAgo(3 * dayMs);
    expect((await send({ text: 'still here' })).body.status).toBe('sent');
    expect(await scene.sentTo(igsid)).toMatchObject([
      { tag: 'HUMAN_AGENT', message: { text: 'still here' } },
    ]);
    await wroteAgo(8 * dayMs);
    const late = await send({ text: 'too late' });
    expect([late.status, late.error.code]).toEqual([422, 'outside_messaging_window']);
  });

  it.each<[string, Body, string]>([
    ['a card with nothing but a title', { cards: [{ title: 'Alone' }] }, 'card_needs_more'],
    [
      'a link that is none',
      { text: 'See', buttons: [{ type: 'web_url', title: 'x', url: 'https://a b' }] },
      '',
    ],
  ])('is refused before it is stored, with the reason: %s', async (_name, body, code) => {
    const answer = await send(body);
    expect(answer.status).toBe(code === '' ? 400 : 422);
    if (code !== '') expect(answer.error).toMatchObject({ code, message: expect.stringMatching(/\w+ .*\./) });
    expect(await scene.sentTo(igsid)).toEqual([]);
    expect(await messages()).toHaveLength(1);
  });
});
