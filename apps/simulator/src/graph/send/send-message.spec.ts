import { dayMs, hourMs, startWorld, type Json, type SpecWorld } from '../../spec/start-world';

describe('sending a message', () => {
  let world: SpecWorld;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.close());

  const refusalOf = ({ status, body }: { status: number; body: Json }) => ({
    status,
    code: body.error?.code,
    subcode: body.error?.error_subcode,
  });
  const sendMessage = async (message: object, extra: object = {}) =>
    world.graph('POST', '/me/messages', { recipient: { id: await world.newWriter() }, message, ...extra });
  const setAccount = (change: object) => world.control('PATCH', `/accounts/${world.account.userId}`, change);
  const setPerson = (igsid: string, change: object) =>
    world.control('PATCH', `/accounts/${world.account.userId}/persons/${igsid}`, change);
  const setSwitches = (change: object) => world.control('PATCH', '/switches', change);

  describe('answers', () => {
    it.each(['/me/messages', '/v24.0/me/messages', '/v21.0/{user_id}/messages', '/{id}/messages'])(
      'at %s',
      async (path) => {
        const igsid = await world.newWriter();
        const at = path.replace('{user_id}', world.account.userId).replace('{id}', world.account.id);
        const answer = await world.graph('POST', at, {
          recipient: { id: igsid },
          message: { text: 'Hello' },
        });
        expect(answer.status).toBe(200);
        expect(answer.body).toEqual({ recipient_id: igsid, message_id: expect.any(String) });
        expect(answer.body.message_id.length).toBeGreaterThan(140);
      },
    );

    it('to a form body with JSON parts and the token as a parameter', async () => {
      const igsid = await world.newWriter();
      const form = new URLSearchParams({
        recipient: JSON.stringify({ id: igsid }),
        message: JSON.stringify({ text: 'From a form' }),
        access_token: world.account.accessToken,
      });
      const answer = await fetch(`${world.url}/v24.0/me/messages`, { method: 'POST', body: form });
      expect(answer.status).toBe(200);
    });

    it('with usage headers keyed by the account', async () => {
      const { headers } = await world.graph('GET', '/me');
      expect(JSON.parse(headers.get('x-app-usage') ?? '')).toMatchObject({ call_count: expect.any(Number) });
      const usage = JSON.parse(headers.get('x-business-use-case-usage') ?? '');
      expect(usage[world.account.userId][0]).toMatchObject({
        type: 'instagram',
        estimated_time_to_regain_access: 0,
      });
    });
  });

  describe('refuses, in this order,', () => {
    it('an unknown token', async () => {
      const answer = await world.graph('POST', '/me/messages', {}, 'nonsense');
      expect(refusalOf(answer)).toEqual({ status: 400, code: 190, subcode: undefined });
      expect(answer.body.error).toMatchObject({ type: 'OAuthException', fbtrace_id: expect.any(String) });
    });

    it('a bad token before an unknown path', async () => {
      expect(refusalOf(await world.graph('GET', '/no/such/path', undefined, 'nonsense')).code).toBe(190);
      expect(refusalOf(await world.graph('GET', '/12345/nothing')).code).toBe(100);
      expect(refusalOf(await world.graph('GET', '/me/nothing')).code).toBe(2500);
    });

    it.each([458, 459, 460, 463, 467])('a token revoked with subcode %i', async (subcode) => {
      const { body } = await world.control('POST', '/accounts', {});
      await world.control('POST', `/accounts/${body.userId}/tokens/revoke`, { subcode });
      expect(refusalOf(await world.graph('GET', '/me', undefined, body.accessToken))).toMatchObject({
        code: 190,
        subcode,
      });
    });

    it('a token without the messaging scope', async () => {
      const { body } = await world.control('POST', `/accounts/${world.account.userId}/tokens`, {
        scopes: ['instagram_business_basic'],
      });
      const igsid = await world.newWriter();
      const send = { recipient: { id: igsid }, message: { text: 'x' } };
      const answer = await world.graph('POST', '/me/messages', send, body.accessToken);
      expect(refusalOf(answer)).toEqual({ status: 403, code: 10, subcode: undefined });
    });

    it('everyone without a role while access is standard', async () => {
      await setSwitches({ standardAccess: true });
      expect(refusalOf(await sendMessage({ text: 'x' }))).toMatchObject({ code: 200, subcode: undefined });
      await setSwitches({ standardAccess: false });
    });

    it('a blocked account, even to a recipient that does not exist', async () => {
      await setAccount({ isMessagingBlocked: true });
      expect(refusalOf(await world.sendText('1', 'x'))).toMatchObject({ code: 100, subcode: 2534029 });
      await setAccount({ isMessagingBlocked: false, isRestricted: true });
      expect(refusalOf(await world.sendText('1', 'x'))).toMatchObject({ code: 10, subcode: 1893063 });
      await setAccount({ isRestricted: false });
    });

    it.each([
      ['a person nobody knows', '123456789012345'],
      ['an Instagram user id instead of an IGSID', 'own'],
    ])('%s', async (_name, id) => {
      const answer = await world.sendText(id === 'own' ? world.account.userId : id, 'x');
      expect(refusalOf(answer)).toMatchObject({ status: 400, code: 100, subcode: 2534014 });
    });

    it("a person of another account, and another account's path", async () => {
      const { body: other } = await world.control('POST', '/accounts', {});
      const { body: person } = await world.control('POST', `/accounts/${other.userId}/persons`, {});
      expect(refusalOf(await world.sendText(person.igsid, 'x')).subcode).toBe(2534014);
      const foreign = await world.graph('POST', `/${other.userId}/messages`, {});
      expect(refusalOf(foreign)).toMatchObject({ code: 100, subcode: 33 });
    });

    it('a deleted person, then an unavailable one, then switched-off access, then a foreign thread', async () => {
      const igsid = await world.newWriter();
      await setPerson(igsid, { isDeleted: true, isUnavailable: true, threadOwner: 'other' });
      await setAccount({ isMessageAccessOff: true });
      expect(refusalOf(await world.sendText(igsid, 'x')).subcode).toBe(2534014);
      await setPerson(igsid, { isDeleted: false });
      expect(refusalOf(await world.sendText(igsid, 'x'))).toMatchObject({ code: 551, subcode: 1545041 });
      await setPerson(igsid, { isUnavailable: false });
      expect(refusalOf(await world.sendText(igsid, 'x'))).toMatchObject({ code: 200, subcode: 2534041 });
      await setAccount({ isMessageAccessOff: false });
      expect(refusalOf(await world.sendText(igsid, 'x'))).toMatchObject({ code: 100, subcode: 2534037 });
      await setPerson(igsid, { threadOwner: 'app' });
      expect((await world.sendText(igsid, 'x')).status).toBe(200);
    });

    it('a person who never wrote, before looking at the content', async () => {
      const igsid = await world.newPerson();
      expect(refusalOf(await world.sendText(igsid, 'ä'.repeat(600)))).toEqual({
        status: 403,
        code: 10,
        subcode: 2534022,
      });
    });

    it('a recipient that is missing', async () => {
      expect(refusalOf(await world.graph('POST', '/me/messages', { message: { text: 'x' } })).code).toBe(100);
    });

    it('a body that is not JSON', async () => {
      const answer = await fetch(`${world.url}/me/messages`, {
        method: 'POST',
        body: '{"recipient":',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${world.account.accessToken}` },
      });
      expect(refusalOf({ status: answer.status, body: await answer.json() })).toMatchObject({
        status: 400,
        code: 100,
      });
    });
  });

  describe('holds content to its limits:', () => {
    const button = (title = 'Go', type = 'postback') => ({
      type,
      title,
      payload: 'P',
      url: 'https://a.example',
    });
    const template = (payload: object) => ({ attachment: { type: 'template', payload } });
    const elements = (count: number, extra: object = { subtitle: 's' }) =>
      template({
        template_type: 'generic',
        elements: Array.from({ length: count }, () => ({ title: 't', ...extra })),
      });
    const replies = (count: number) => ({
      text: 'q',
      quick_replies: Array.from({ length: count }, (_, n) => ({
        content_type: 'text',
        title: `${n}`,
        payload: 'P',
      })),
    });

    it.each<[string, object]>([
      ['1000 bytes of text', { text: 'ä'.repeat(500) }],
      ['13 quick replies', replies(13)],
      ['10 cards', elements(10)],
      ['3 buttons', elements(1, { buttons: [button(), button(), button('Web', 'web_url')] })],
      [
        '640 characters over buttons',
        template({ template_type: 'button', text: 'ä'.repeat(640), buttons: [button()] }),
      ],
      ['an e-mail quick reply', { text: 'q', quick_replies: [{ content_type: 'user_email' }] }],
      ['a heart', { attachment: { type: 'like_heart' } }],
      ['an image', { attachment: { type: 'image', payload: { url: 'https://a.example/a.png' } } }],
      [
        'ten images',
        {
          attachments: Array.from({ length: 10 }, () => ({
            type: 'image',
            payload: { url: 'https://a.example/a.png' },
          })),
        },
      ],
      ['a file', { attachment: { type: 'file', payload: { url: 'https://a.example/a.pdf' } } }],
    ])('takes %s', async (_name, message) => {
      expect((await sendMessage(message)).status).toBe(200);
    });

    it.each<[string, object]>([
      ['1001 bytes of text', { text: `${'ä'.repeat(500)}a` }],
      ['a megabyte of text', { text: 'x'.repeat(1024 * 1024) }],
      ['empty text', { text: '' }],
      ['nothing at all', {}],
      ['14 quick replies', replies(14)],
      ['11 cards', elements(11)],
      ['a card with a title only', elements(1, {})],
      ['a card title of 81 characters', elements(1, { title: 'x'.repeat(81), subtitle: 's' })],
      ['4 buttons', elements(1, { buttons: [button(), button(), button(), button()] })],
      ['a phone button', elements(1, { buttons: [{ type: 'phone_number', title: 'Call', payload: '+1' }] })],
      [
        '641 characters over buttons',
        template({ template_type: 'button', text: 'x'.repeat(641), buttons: [button()] }),
      ],
      ['a button template without buttons', template({ template_type: 'button', text: 'x', buttons: [] })],
      [
        'an attachment type of its own',
        { attachment: { type: 'hologram', payload: { url: 'https://a.example/a' } } },
      ],
      ['an address that is none', { attachment: { type: 'image', payload: { url: 'javascript:alert(1)' } } }],
      ['text with an attachment', { text: 'x', attachment: { type: 'like_heart' } }],
      [
        'two videos',
        { attachments: [1, 2].map(() => ({ type: 'video', payload: { url: 'https://a.example/v.mp4' } })) },
      ],
      [
        'a post that is not its own',
        { attachment: { type: 'MEDIA_SHARE', payload: { id: '18000000000000000' } } },
      ],
      ['an unknown upload', { attachment: { type: 'image', payload: { attachment_id: '1' } } }],
    ])('refuses %s', async (_name, message) => {
      expect(refusalOf(await sendMessage(message))).toMatchObject({ status: 400, code: 100 });
    });

    it('cuts quick reply titles at 20 characters without a word', async () => {
      const igsid = await world.newWriter();
      const title = '😀'.repeat(25);
      const message = { text: 'q', quick_replies: [{ content_type: 'text', title, payload: 'P' }] };
      await world.graph('POST', '/me/messages', { recipient: { id: igsid }, message });
      const { body } = await world.control('GET', `/accounts/${world.account.userId}/threads/${igsid}`);
      expect(body.messages.at(-1).quickReplies[0].title).toBe('😀'.repeat(20));
    });

    it('sends an uploaded file by its id', async () => {
      const attachment = { type: 'image', payload: { url: 'https://a.example/a.png', is_reusable: true } };
      const { body } = await world.graph('POST', '/me/message_attachments', { message: { attachment } });
      const byId = { attachment: { type: 'image', payload: { attachment_id: body.attachment_id } } };
      expect((await sendMessage(byId)).status).toBe(200);
    });
  });

  describe('keeps the window:', () => {
    it('24 hours after the last message, renewed by the next', async () => {
      const igsid = await world.newWriter();
      await world.advance(24 * hourMs - 60_000);
      expect((await world.sendText(igsid, 'in time')).status).toBe(200);
      await world.advance(2 * 60_000);
      expect(refusalOf(await world.sendText(igsid, 'late')).subcode).toBe(2534022);
      await world.write(igsid, { text: 'I am back' });
      expect((await world.sendText(igsid, 'hello again')).status).toBe(200);
    });

    it('seven days for a human agent, and not a minute more', async () => {
      const igsid = await world.newWriter();
      await world.advance(7 * dayMs - 60_000);
      const human = { tag: 'HUMAN_AGENT', messaging_type: 'MESSAGE_TAG' };
      expect(refusalOf(await world.sendText(igsid, 'bot')).subcode).toBe(2534022);
      expect((await world.sendText(igsid, 'human', human)).status).toBe(200);
      await world.advance(2 * 60_000);
      expect(refusalOf(await world.sendText(igsid, 'late', human)).subcode).toBe(2534022);
    });

    it('refuses every other tag, and HUMAN_AGENT without the feature', async () => {
      const igsid = await world.newWriter();
      expect(refusalOf(await world.sendText(igsid, 'x', { tag: 'ACCOUNT_UPDATE' })).code).toBe(100);
      expect(refusalOf(await world.sendText(igsid, 'x', { messaging_type: 'NONSENSE' })).code).toBe(100);
      await setSwitches({ humanAgentFeature: false });
      expect(refusalOf(await world.sendText(igsid, 'x', { tag: 'HUMAN_AGENT' })).code).toBe(10);
      await setSwitches({ humanAgentFeature: true });
    });

    it('is not opened by a reaction, a read or a comment', async () => {
      const igsid = await world.newPerson();
      const media = await world.newPost();
      await world.comment(media, igsid);
      await world.control('POST', `/accounts/${world.account.userId}/persons/${igsid}/read`, {});
      expect(refusalOf(await world.sendText(igsid, 'x')).subcode).toBe(2534022);
    });
  });

  describe('limits the rate', () => {
    it('to what the switch says per second, and lets more through when time has passed', async () => {
      await setSwitches({ messagesPerSecond: 3 });
      const igsid = await world.newWriter();
      await world.advance(5000);
      const answers = await Promise.all(Array.from({ length: 5 }, () => world.sendText(igsid, 'x')));
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(3);
      expect(refusalOf(answers.find(({ status }) => status !== 200)!)).toMatchObject({
        code: 613,
        subcode: 2534040,
      });
      await world.advance(1000);
      expect((await world.sendText(igsid, 'x')).status).toBe(200);
      await setSwitches({ messagesPerSecond: 100 });
    });

    it('of all calls of an account with 80002 and a full header', async () => {
      const { body } = await world.control('POST', '/accounts', {});
      await setSwitches({ accountCallsPerDay: 2 });
      const calls = [1, 2, 3].map(() => world.graph('GET', '/me', undefined, body.accessToken));
      const codes = (await Promise.all(calls)).map((answer) => refusalOf(answer).code);
      expect(codes).toEqual([undefined, undefined, 80002]);
      await setSwitches({ accountCallsPerDay: 0 });
    });
  });

  describe('performs sender actions', () => {
    const act = (igsid: string, body: object) =>
      world.graph('POST', '/me/messages', { recipient: { id: igsid }, ...body });
    const showThread = async (igsid: string) =>
      (await world.control('GET', `/accounts/${world.account.userId}/threads/${igsid}`)).body;

    it('that answer with the recipient only and make no echo', async () => {
      const igsid = await world.newWriter();
      await world.events();
      const answer = await act(igsid, { sender_action: 'typing_on' });
      expect(answer.body).toEqual({ recipient_id: igsid });
      expect((await showThread(igsid)).isTyping).toBe(true);
      await world.advance(21_000);
      expect((await showThread(igsid)).isTyping).toBe(false);
      await act(igsid, { sender_action: 'mark_seen' });
      expect((await showThread(igsid)).seenByBusinessAt).toBeGreaterThan(0);
      expect(await world.events()).toEqual([]);
    });

    it('but not together with a message, and none it does not know', async () => {
      const igsid = await world.newWriter();
      const both = await act(igsid, { sender_action: 'typing_on', message: { text: 'x' } });
      expect(refusalOf(both)).toMatchObject({ code: 100, subcode: 2018014 });
      expect(refusalOf(await act(igsid, { sender_action: 'dance' })).code).toBe(100);
    });

    it('reacting to a message and taking it back', async () => {
      const igsid = await world.newPerson();
      const { mid } = await world.write(igsid, { text: 'Nice!' });
      await act(igsid, { sender_action: 'react', payload: { message_id: mid, reaction: 'love' } });
      expect((await showThread(igsid)).messages[0].businessReaction).toBe('❤️');
      await act(igsid, { sender_action: 'unreact', payload: { message_id: mid } });
      expect((await showThread(igsid)).messages[0].businessReaction).toBeUndefined();
      expect(
        refusalOf(
          await act(igsid, { sender_action: 'react', payload: { message_id: 'x', reaction: 'love' } }),
        ).code,
      ).toBe(100);
    });

    it('replying to a message of the conversation only', async () => {
      const igsid = await world.newPerson();
      const { mid } = await world.write(igsid, { text: 'Which one?' });
      expect((await world.sendText(igsid, 'This one', { reply_to: { mid } })).status).toBe(200);
      const foreign = await world.newWriter();
      expect(refusalOf(await world.sendText(foreign, 'x', { reply_to: { mid } })).code).toBe(100);
    });
  });
});
