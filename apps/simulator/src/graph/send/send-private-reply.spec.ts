import { dayMs, hourMs, startWorld, type SpecWorld } from '../../spec/start-world';

describe('a private reply to a comment', () => {
  let world: SpecWorld;
  let mediaId: string;
  beforeAll(async () => {
    world = await startWorld();
    mediaId = await world.newPost({ caption: 'Comment PRICE' });
  });
  afterAll(() => world.close());

  const reply = (commentId: string, message: object = { text: 'Here is the list' }, token?: string) =>
    world.graph('POST', '/me/messages', { recipient: { comment_id: commentId }, message }, token);
  const subcodeOf = async (answer: ReturnType<typeof reply>) => (await answer).body.error?.error_subcode;
  const setSwitches = (change: object) => world.control('PATCH', '/switches', change);

  it('reaches the commenter, names them and comes back as an echo', async () => {
    const igsid = await world.newPerson();
    const answer = await reply(await world.comment(mediaId, igsid));
    expect(answer).toMatchObject({
      status: 200,
      body: { recipient_id: igsid, message_id: expect.any(String) },
    });
    const echo = (await world.events()).find((event) => event.message?.is_echo);
    expect(echo).toMatchObject({ recipient: { id: igsid }, message: { mid: answer.body.message_id } });
  });

  it('is possible once per comment, also when two arrive together', async () => {
    const igsid = await world.newPerson();
    const commentId = await world.comment(mediaId, igsid);
    const answers = await Promise.all([reply(commentId), reply(commentId)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 400]);
    expect(await subcodeOf(reply(commentId))).toBe(2534025);
    expect((await reply(await world.comment(mediaId, igsid, 'again'))).status).toBe(200);
  });

  it('opens no window: a follow-up waits for the answer', async () => {
    const igsid = await world.newPerson();
    await reply(await world.comment(mediaId, igsid));
    expect((await world.sendText(igsid, 'and another thing')).body.error.error_subcode).toBe(2534022);
    await world.write(igsid, { text: 'thanks' });
    expect((await world.sendText(igsid, 'and another thing')).status).toBe(200);
  });

  it('is possible for seven days', async () => {
    const igsid = await world.newPerson();
    const [early, late] = [await world.comment(mediaId, igsid), await world.comment(mediaId, igsid)];
    await world.advance(7 * dayMs - hourMs);
    expect((await reply(early)).status).toBe(200);
    await world.advance(2 * hourMs);
    expect(await subcodeOf(reply(late))).toBe(2534025);
  });

  it('is refused for comments that are unknown, deleted, its own or of another account', async () => {
    const igsid = await world.newPerson();
    const deleted = await world.comment(mediaId, igsid);
    await world.graph('DELETE', `/${deleted}`);
    const own = (
      await world.control('POST', `/accounts/${world.account.userId}/comments`, { mediaId, text: 'mine' })
    ).body.id;
    const { body: other } = await world.control('POST', '/accounts', {});
    const foreign = await world.comment(mediaId, igsid);
    expect(await subcodeOf(reply('17900000000000000'))).toBe(2534025);
    expect(await subcodeOf(reply(deleted))).toBe(2534025);
    expect(await subcodeOf(reply(own))).toBe(2534025);
    expect(await subcodeOf(reply(foreign, undefined, other.accessToken))).toBe(2534025);
  });

  it('needs the comments scope', async () => {
    const { body } = await world.control('POST', `/accounts/${world.account.userId}/tokens`, {
      scopes: ['instagram_business_manage_messages'],
    });
    const answer = await reply(
      await world.comment(mediaId, await world.newPerson()),
      undefined,
      body.accessToken,
    );
    expect(answer.body.error.code).toBe(10);
  });

  it('survives content that breaks a limit', async () => {
    const commentId = await world.comment(mediaId, await world.newPerson());
    expect((await reply(commentId, { text: 'x'.repeat(1001) })).body.error.code).toBe(100);
    expect((await reply(commentId)).status).toBe(200);
  });

  it('is limited per hour', async () => {
    await setSwitches({ privateRepliesPerHour: 1 });
    await world.advance(hourMs);
    const igsid = await world.newPerson();
    expect((await reply(await world.comment(mediaId, igsid))).status).toBe(200);
    const commentId = await world.comment(mediaId, igsid);
    expect(await subcodeOf(reply(commentId))).toBe(2534040);
    await world.advance(hourMs);
    expect((await reply(commentId)).status).toBe(200);
    await setSwitches({ privateRepliesPerHour: 750 });
  });

  it('lands in the requests of a non-follower and in the inbox of a follower', async () => {
    for (const [follows, folder] of [
      [true, 'inbox'],
      [false, 'requests'],
    ]) {
      const igsid = await world.newPerson({ follows });
      await reply(await world.comment(mediaId, igsid));
      const { body } = await world.control('GET', `/accounts/${world.account.userId}/threads/${igsid}`);
      expect(body.folder).toBe(folder);
    }
  });

  it('uses itself up on a template for a non-follower, where that switch is on', async () => {
    await setSwitches({ nonFollowerTemplate1545133: true });
    const message = { attachment: { type: 'like_heart' } };
    const commentId = await world.comment(mediaId, await world.newPerson({ follows: false }));
    expect(await subcodeOf(reply(commentId, message))).toBe(1545133);
    expect(await subcodeOf(reply(commentId))).toBe(2534025);
    expect((await reply(await world.comment(mediaId, await world.newPerson()), message)).status).toBe(200);
    await setSwitches({ nonFollowerTemplate1545133: false });
  });
});
