import { startWorld, type SpecWorld } from '../spec/start-world';

describe('comments and media over the Graph API', () => {
  let world: SpecWorld;
  let mediaId: string;
  let igsid: string;
  beforeAll(async () => {
    world = await startWorld();
    mediaId = await world.newPost({ caption: 'Tulips' });
    igsid = await world.newPerson({ username: 'ana' });
  });
  afterAll(() => world.close());

  const fieldsOfComment = 'id,text,timestamp,username,from{id,username},parent_id,hidden,replies{id,text}';

  it('lists the posts of an account, newest first, with the asked fields', async () => {
    const second = await world.newPost({ caption: 'Roses', mediaType: 'VIDEO', productType: 'REELS' });
    await world.newPost({ productType: 'STORY' });
    const fields = 'id,caption,media_type,media_product_type,permalink,timestamp,comments_count';
    const { body } = await world.graph('GET', `/${world.account.userId}/media?fields=${fields}`);
    expect(body.data.map(({ id }: { id: string }) => id)).toEqual([second, mediaId]);
    expect(body.data[0]).toEqual({
      id: second,
      caption: 'Roses',
      media_type: 'VIDEO',
      media_product_type: 'REELS',
      permalink: expect.any(String),
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0000$/),
      comments_count: 0,
    });
  });

  it('lists top-level comments with their replies, page by page', async () => {
    const ids = [];
    for (const text of ['one', 'two', 'three']) ids.unshift(await world.comment(mediaId, igsid, text));
    const { body: reply } = await world.graph('POST', `/${ids[0]}/replies`, { message: 'Thank you' });
    const url = `/${mediaId}/comments?limit=2&fields=${encodeURIComponent(fieldsOfComment)}`;
    const { body: first } = await world.graph('GET', url);
    expect(first.data[0]).toEqual({
      id: ids[0],
      text: 'three',
      timestamp: expect.any(String),
      username: 'ana',
      from: { id: igsid, username: 'ana' },
      hidden: false,
      replies: { data: [{ id: reply.id, text: 'Thank you' }] },
    });
    const { body: next } = await world.graph('GET', first.paging.next.slice(world.url.length));
    expect(next.data.map(({ id }: { id: string }) => id)).toEqual([ids[2]]);
    expect(next.paging.next).toBeUndefined();
  });

  it('answers a reply under its top-level comment', async () => {
    const parent = await world.comment(mediaId, igsid, 'top');
    const { body: reply } = await world.graph('POST', `/${parent}/replies`, { message: 'a' });
    const { body: deeper } = await world.graph('POST', `/${reply.id}/replies`, { message: 'b' });
    const { body } = await world.graph('GET', `/${deeper.id}?fields=parent_id`);
    expect(body.parent_id).toBe(parent);
  });

  it('hides, shows and deletes', async () => {
    const id = await world.comment(mediaId, igsid, 'rude');
    expect((await world.graph('POST', `/${id}?hide=true`)).body).toEqual({ success: true });
    expect((await world.graph('POST', `/${id}/replies?message=x`)).body.error.code).toBe(100);
    expect((await world.graph('POST', `/${id}?hide=false`)).status).toBe(200);
    expect((await world.graph('POST', `/${id}?hide=maybe`)).status).toBe(400);
    expect((await world.graph('POST', `/${id}/replies?message=x`)).status).toBe(200);
    expect((await world.graph('DELETE', `/${id}`)).body).toEqual({ success: true });
    expect((await world.graph('GET', `/${id}`)).body.error).toMatchObject({ code: 100, error_subcode: 33 });
  });

  it('refuses empty replies, live video and foreign comments', async () => {
    const id = await world.comment(mediaId, igsid);
    expect((await world.graph('POST', `/${id}/replies`, {})).body.error.code).toBe(100);
    const live = await world.comment(await world.newPost({ isLive: true }), igsid);
    expect((await world.graph('POST', `/${live}/replies?message=x`)).body.error.code).toBe(100);
    const { body: other } = await world.control('POST', '/accounts', {});
    const foreign = await world.graph('POST', `/${id}/replies?message=x`, undefined, other.accessToken);
    expect(foreign.body.error).toMatchObject({ code: 100, error_subcode: 33 });
  });

  it('lists stories of the last day and what is on air', async () => {
    const story = await world.newPost({ productType: 'STORY' });
    const live = await world.newPost({ isLive: true });
    const idsAt = async (edge: string): Promise<string[]> =>
      (await world.graph('GET', `/me/${edge}`)).body.data.map(({ id }: { id: string }) => id);
    expect(await idsAt('stories')).toContain(story);
    expect(await idsAt('live_media')).toContain(live);
    await world.advance(25 * 3_600_000);
    expect(await idsAt('stories')).toEqual([]);
  });

  it('comments under the own post', async () => {
    const { body } = await world.graph('POST', `/${mediaId}/comments?message=First`);
    expect((await world.graph('GET', `/${body.id}?fields=username,text`)).body).toMatchObject({
      username: 'bloom',
      text: 'First',
    });
    expect((await world.graph('POST', `/${mediaId}/comments`)).body.error.code).toBe(100);
  });

  it('switches comments of a post off', async () => {
    const closed = await world.newPost();
    await world.graph('POST', `/${closed}?comment_enabled=false`);
    const refused = await world.control('POST', `/accounts/${world.account.userId}/comments`, {
      mediaId: closed,
      igsid,
      text: 'hm',
    });
    expect(refused.status).toBe(409);
  });
});
