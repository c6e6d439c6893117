import { v7 as newId } from 'uuid';
import { endpoints, type CommentThread } from '@instaflow/contracts';
import { flow, message, start } from '@instaflow/flow-model';
import { BuilderScenario } from '../../spec-support/builder-scenario';
import { signUp, type TestUser } from '../../spec-support/scenario';

let scene: BuilderScenario;
let colleague: TestUser;
let flowId: string;
beforeAll(async () => {
  scene = await BuilderScenario.open();
  colleague = await scene.member('editor');
});
beforeEach(async () => {
  ({ flowId } = await scene.draw(flow(start(), message('Hi', { id: 'hello' })), 'Welcome'));
});
afterAll(() => scene.close());

const at = (params: object = {}, user: TestUser = scene.user) => scene.at(flowId, params, user.token);
const say = (body: object, user?: TestUser): Promise<CommentThread> =>
  scene.test.api.ok(endpoints.createFlowComment, { ...at({}, user), body });
const answer = (commentId: string, body: object, user?: TestUser) =>
  scene.test.api.ok(endpoints.replyToFlowComment, { ...at({ commentId }, user), body });
const list = async (query: Record<string, string | number> = {}, user?: TestUser) =>
  scene.test.api.ok(endpoints.listFlowComments, { ...at({}, user), query });
const replies = async (commentId: string) =>
  (await scene.test.api.ok(endpoints.listFlowCommentReplies, at({ commentId }))).replies;
const counts = async () => (await scene.test.api.ok(endpoints.getFlowCommentCounts, at())).counts;
const resolve = (commentId: string, state: 'open' | 'resolved', user?: TestUser) =>
  scene.test.api.ok(endpoints.setFlowCommentState, { ...at({ commentId }, user), body: { state } });
const remove = (commentId: string, user?: TestUser) =>
  scene.test.api.call(endpoints.deleteFlowComment, at({ commentId }, user));
const toldTo = async ({ token }: TestUser) =>
  (await scene.test.api.ok(endpoints.listNotifications, { token })).notifications.filter(
    (told) => told.flowId === flowId,
  );

describe('comments on a flow', () => {
  it('are pinned to a step or to the flow itself, the latest first, with who said them and when', async () => {
    const pinned = await say({ nodeId: 'hello', text: '  Too short?\nSay more. ' });
    const general = await say({ text: 'Looks good' }, colleague);
    expect(pinned).toMatchObject({
      flowId,
      nodeId: 'hello',
      nodeType: 'message',
      text: 'Too short?\nSay more.',
      author: { userId: scene.user.userId, name: 'Test User' },
      replyCount: 0,
      editedAt: null,
      resolvedAt: null,
    });
    expect((await list({}, colleague)).threads).toEqual([general, pinned]);
    expect((await list({ nodeId: 'hello' })).threads).toEqual([pinned]);
    expect(await counts()).toEqual([
      { nodeId: null, open: 1, resolved: 0 },
      { nodeId: 'hello', open: 1, resolved: 0 },
    ]);
  });

  it('are answered on one level and found by the id of an answer', async () => {
    const { commentId } = await say({ nodeId: 'hello', text: 'Why?' });
    const first = await answer(commentId, { text: 'Because.' }, colleague);
    const second = await answer(commentId, { text: 'I see.' });
    expect(await replies(commentId)).toEqual([first, second]);
    const thread = await scene.test.api.ok(endpoints.getFlowComment, at({ commentId: first.commentId }));
    expect(thread).toMatchObject({ commentId, replyCount: 2, lastReplyAt: second.createdAt });
    const toAnswer = { ...at({ commentId: first.commentId }), body: { text: 'Deeper' } };
    expect((await scene.test.api.call(endpoints.replyToFlowComment, toAnswer)).status).toBe(404);
  });

  it('are resolved and opened again by anyone who edits, and filtered by that', async () => {
    const { commentId } = await say({ nodeId: 'hello', text: 'Typo' });
    const resolved = await resolve(commentId, 'resolved', colleague);
    expect(resolved).toMatchObject({ resolvedBy: { userId: colleague.userId } });
    expect(await resolve(commentId, 'resolved')).toEqual(resolved);
    expect((await list({ state: 'open' })).threads).toEqual([]);
    expect((await list({ state: 'resolved' })).threads).toEqual([resolved]);
    expect(await counts()).toEqual([{ nodeId: 'hello', open: 0, resolved: 1 }]);
    expect(await resolve(commentId, 'open')).toMatchObject({ resolvedAt: null, resolvedBy: null });
  });

  it('stay readable when their step is deleted, and are no part of copies', async () => {
    const { commentId } = await say({ nodeId: 'hello', text: 'Keep me' });
    await scene.save(flowId, flow(start(), message('Other', { id: 'other' })));
    expect((await list()).threads).toMatchObject([{ commentId, nodeId: 'hello', nodeType: 'message' }]);
    const refused = { ...at(), body: { nodeId: 'hello', text: 'Again' } };
    const { status, error } = await scene.test.api.call(endpoints.createFlowComment, refused);
    expect([status, error.code]).toEqual([422, 'unknown_step']);
    const copy = await scene.test.api.ok(endpoints.duplicateFlow, { ...at(), body: {} });
    const ofCopy = await scene.test.api.ok(endpoints.listFlowComments, scene.at(copy.flowId));
    expect(ofCopy.threads).toEqual([]);
    const exported = await scene.test.api.ok(endpoints.exportFlow, at());
    expect(JSON.stringify(exported)).not.toContain('Keep me');
  });

  it('are read page by page with a cursor, without gaps when more are written meanwhile', async () => {
    for (const text of ['1', '2', '3']) await say({ text });
    const first = await list({ limit: 2 });
    await say({ text: '4' });
    const second = await list({ limit: 2, cursor: first.nextCursor ?? '' });
    expect([...first.threads, ...second.threads].map(({ text }) => text)).toEqual(['3', '2', '1']);
    expect([first.total, second.nextCursor]).toEqual([3, null]);
    expect(
      (await scene.test.api.call(endpoints.listFlowComments, { ...at(), query: { cursor: 'x' } })).status,
    ).toBe(400);
  });

  it('happen once under one Idempotency-Key', async () => {
    const request = { ...at(), body: { text: 'Once' }, headers: { 'idempotency-key': newId() } };
    const answers = await Promise.all(
      [1, 2, 3].map(() => scene.test.api.ok(endpoints.createFlowComment, request)),
    );
    expect(new Set(answers.map(({ commentId }) => commentId)).size).toBe(1);
    expect((await list()).total).toBe(1);
  });

  it.each([
    ['nothing', { text: ' \n ' }],
    ['2,001 characters', { text: 'x'.repeat(2_001) }],
    ['21 mentions', { text: 'x', mentionedUserIds: Array.from({ length: 21 }, () => newId()) }],
    ['an unknown field', { text: 'x', resolvedAt: null }],
  ])('are refused with 400: %s', async (_what, body) => {
    expect((await scene.test.api.call(endpoints.createFlowComment, { ...at(), body })).status).toBe(400);
  });

  it('are at most 1,000 threads of 200 answers, also under parallel requests', async () => {
    const { commentId } = await say({ text: 'First' });
    await scene.test.deps.engineSource.query(
      `INSERT INTO flow_comment (id, workspace_id, flow_id, thread_id, text, created_at)
       SELECT gen_random_uuid(), $1, $2, CASE WHEN n <= 199 THEN $3::uuid END, 'x', now() FROM generate_series(1, 1197) n`,
      [scene.user.workspaceId, flowId, commentId],
    );
    const statuses = async (send: () => Promise<{ status: number; error: { code: string } }>) =>
      (await Promise.all([send(), send(), send()]))
        .map(({ status, error }) => error.code || status)
        .toSorted();
    const body = { text: 'One more' };
    expect(await statuses(() => scene.test.api.call(endpoints.createFlowComment, { ...at(), body }))).toEqual(
      [201, 'too_many_comments', 'too_many_comments'],
    );
    expect(
      await statuses(() => scene.test.api.call(endpoints.replyToFlowComment, { ...at({ commentId }), body })),
    ).toEqual([201, 'too_many_comments', 'too_many_comments']);
  });
});

describe('a comment of one person', () => {
  it('is reworded by them only, and says so', async () => {
    const { commentId } = await say({ text: 'Frist' });
    const body = { text: 'First' };
    const theirs = await scene.test.api.call(endpoints.updateFlowComment, {
      ...at({ commentId }, colleague),
      body,
    });
    expect(theirs.status).toBe(403);
    const reworded = await scene.test.api.ok(endpoints.updateFlowComment, { ...at({ commentId }), body });
    expect(reworded).toMatchObject({ text: 'First', editedAt: expect.any(String) });
  });

  it('is deleted by them only and can be brought back; answers of others stay', async () => {
    const { commentId } = await say({ nodeId: 'hello', text: 'Mine' });
    expect((await remove(commentId, colleague)).status).toBe(403);
    expect((await remove(commentId)).status).toBe(204);
    expect((await remove(commentId)).status).toBe(404);
    expect([await list(), await counts()]).toEqual([expect.objectContaining({ threads: [], total: 0 }), []]);
    await scene.test.api.ok(endpoints.restoreFlowComment, at({ commentId }));
    const reply = await answer(commentId, { text: 'Yours' }, colleague);
    await remove(commentId);
    expect((await list()).threads).toMatchObject([{ commentId, text: null, replyCount: 1 }]);
    expect((await remove(reply.commentId, colleague)).status).toBe(204);
    expect((await list()).threads).toEqual([]);
  });

  it('is gone a day after it was deleted, its words first', async () => {
    const [alone, answered] = [await say({ text: 'Alone' }), await say({ text: 'Answered' })];
    await answer(answered.commentId, { text: 'Still here' }, colleague);
    for (const { commentId } of [alone, answered]) await remove(commentId);
    const { engineSource } = scene.test.deps;
    await engineSource.query(`SELECT purge_expired(now() + interval '25 hours', 1000)`);
    const rows = await engineSource.query<{ id: string; text: string }[]>(
      'SELECT id, text FROM flow_comment WHERE flow_id = $1 AND thread_id IS NULL',
      [flowId],
    );
    expect(rows).toEqual([{ id: answered.commentId, text: '' }]);
    const back = await scene.test.api.call(
      endpoints.restoreFlowComment,
      at({ commentId: answered.commentId }),
    );
    expect(back.status).toBe(404);
  });
});

describe('a mention', () => {
  it('tells the mentioned in the app, once, with the way to the thread; nobody else and not oneself', async () => {
    const viewer = await scene.member('viewer');
    const { commentId } = await say({
      nodeId: 'hello',
      text: '@Test User look',
      mentionedUserIds: [colleague.userId, scene.user.userId, colleague.userId],
    });
    expect(await toldTo(colleague)).toMatchObject([
      {
        kind: 'flow_comment',
        title: 'Test User mentioned you in “Welcome”',
        message: '@Test User look',
        nodeId: 'hello',
        commentId,
      },
    ]);
    expect([await toldTo(scene.user), await toldTo(viewer)]).toEqual([[], []]);
    const reword = (text: string, users: TestUser[]) =>
      scene.test.api.ok(endpoints.updateFlowComment, {
        ...at({ commentId }),
        body: { text, mentionedUserIds: users.map(({ userId }) => userId) },
      });
    await reword('See here', [colleague, viewer]);
    expect((await toldTo(colleague)).map((told) => told.message)).toEqual(['See here']);
    expect(await toldTo(viewer)).toHaveLength(1);
    await remove(commentId);
    expect((await toldTo(viewer)).map((told) => told.message)).toEqual(['The comment was deleted.']);
  });

  it('in an answer leads to the step of the thread', async () => {
    const { commentId } = await say({ nodeId: 'hello', text: 'Hm' });
    const reply = await answer(commentId, { text: '@you', mentionedUserIds: [colleague.userId] });
    expect(await toldTo(colleague)).toMatchObject([{ nodeId: 'hello', commentId: reply.commentId }]);
  });

  it('is of members who can see the flow, and nobody else', async () => {
    const [agent, stranger, viewer] = [
      await scene.member('agent'),
      await signUp(scene.test),
      await scene.member('viewer'),
    ];
    for (const { userId } of [agent, stranger]) {
      const body = { text: 'Hi', mentionedUserIds: [userId] };
      const refused = await scene.test.api.call(endpoints.createFlowComment, { ...at(), body });
      expect([refused.status, refused.error.code]).toEqual([422, 'unknown_member']);
    }
    const find = async (search: string) =>
      (await scene.test.api.ok(endpoints.listMentionableMembers, { ...at(), query: { search } })).members.map(
        ({ userId }) => userId,
      );
    expect(await find(viewer.email)).toEqual([viewer.userId]);
    expect(await find(agent.email)).toEqual([]);
    expect(await find('%')).toEqual([]);
    expect(await find('test u')).toEqual(expect.arrayContaining([scene.user.userId, colleague.userId]));
  });
});

describe('who only looks', () => {
  it('reads comments as a viewer and writes none; agents, who see no flows, read none', async () => {
    const { commentId } = await say({ text: 'Hello' });
    const [viewer, agent] = [await scene.member('viewer'), await scene.member('agent')];
    expect((await list({}, viewer)).threads).toHaveLength(1);
    const writes = [
      scene.test.api.call(endpoints.createFlowComment, { ...at({}, viewer), body: { text: 'x' } }),
      scene.test.api.call(endpoints.replyToFlowComment, {
        ...at({ commentId }, viewer),
        body: { text: 'x' },
      }),
      scene.test.api.call(endpoints.setFlowCommentState, {
        ...at({ commentId }, viewer),
        body: { state: 'resolved' },
      }),
      remove(commentId, viewer),
      scene.test.api.call(endpoints.listFlowComments, at({}, agent)),
    ];
    expect((await Promise.all(writes)).map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
  });

  it('finds nothing from another workspace or through another flow', async () => {
    const { commentId } = await say({ text: 'Secret' });
    const stranger = await signUp(scene.test);
    const other = await scene.draw(undefined);
    const asked = [at({ commentId }, stranger), scene.at(other.flowId, { commentId })];
    for (const request of asked) {
      const body = { text: 'x' };
      const answers = [
        await scene.test.api.call(endpoints.getFlowComment, request),
        await scene.test.api.call(endpoints.listFlowCommentReplies, request),
        await scene.test.api.call(endpoints.replyToFlowComment, { ...request, body }),
        await scene.test.api.call(endpoints.updateFlowComment, { ...request, body }),
        await scene.test.api.call(endpoints.deleteFlowComment, request),
        await scene.test.api.call(endpoints.restoreFlowComment, request),
      ];
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404]);
    }
    expect((await list()).threads).toMatchObject([{ text: 'Secret', replyCount: 0 }]);
  });
});
