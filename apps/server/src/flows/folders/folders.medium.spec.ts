import { endpoints } from '@instaflow/contracts';
import { flow, getInput, message, quickReply, start } from '@instaflow/flow-model';
import { connect, signUp } from '../../spec-support/scenario';
import { BuilderScenario } from '../../spec-support/builder-scenario';

let scene: BuilderScenario;
beforeAll(async () => {
  scene = await BuilderScenario.open();
});
afterAll(() => scene.close());

const { createFolder, updateFolder, updateFlow } = endpoints;
const make = async (name: string, parentFolderId: string | null = null, accountId = scene.accountId) =>
  (await scene.test.api.ok(createFolder, { ...scene.at(accountId), body: { name, parentFolderId } }))
    .folderId;
const move = (folderId: string, parentFolderId: string | null) =>
  scene.test.api.call(updateFolder, { ...scene.at(folderId), body: { parentFolderId } });
const put = (flowId: string, body: object) => scene.test.api.call(updateFlow, { ...scene.at(flowId), body });
const list = async (query: Record<string, string> = {}, accountId = scene.accountId) => {
  const { flows } = await scene.test.api.ok(endpoints.listFlows, { ...scene.at(accountId), query });
  return flows.map(({ name }) => name);
};
const foldersOf = async (accountId = scene.accountId) =>
  (await scene.test.api.ok(endpoints.listFolders, scene.at(accountId))).folders;

describe('folders', () => {
  it('hold flows, which move up when a folder is deleted', async () => {
    const { instagramAccountId: accountId } = await connect(scene.test, scene.user);
    const outer = await make('Outer', null, accountId);
    const inner = await make('Inner', outer, accountId);
    const deepest = await make('Deepest', inner, accountId);
    const { flowId, revision } = await scene.draw(undefined, 'Filed', accountId);
    const filed = await put(flowId, { folderId: inner });
    expect([filed.body.folderId, filed.body.revision]).toEqual([inner, revision]);
    expect(await list({ folderId: inner }, accountId)).toEqual(['Filed']);
    expect(await list({ folderId: 'none' }, accountId)).toEqual([]);
    expect((await foldersOf(accountId)).map(({ name, flowCount }) => [name, flowCount])).toEqual([
      ['Deepest', 0],
      ['Inner', 1],
      ['Outer', 0],
    ]);
    await scene.test.api.ok(endpoints.deleteFolder, scene.at(inner));
    expect(await foldersOf(accountId)).toMatchObject([
      { folderId: deepest, parentFolderId: outer },
      { folderId: outer, flowCount: 1 },
    ]);
    expect((await scene.test.api.call(endpoints.deleteFolder, scene.at(inner))).status).toBe(404);
    const unfiled = await put(flowId, { folderId: null });
    expect(unfiled.body.folderId).toBeNull();
    expect(await list({ folderId: 'none' }, accountId)).toEqual(['Filed']);
  });

  it('stand in no circle and four deep at most', async () => {
    const [a, x] = [await make('a'), await make('x')];
    const b = await make('b', a);
    const c = await make('c', b);
    for (const parent of [a, b, c]) {
      const circle = await move(a, parent);
      expect([circle.status, circle.error.code]).toEqual([422, 'folder_in_itself']);
    }
    const d = await make('d', c);
    const fifth = await scene.test.api.call(createFolder, {
      ...scene.at(scene.accountId),
      body: { name: 'e', parentFolderId: d },
    });
    expect([fifth.status, fifth.error.code]).toEqual([422, 'folders_too_deep']);
    expect((await move(a, x)).status).toBe(422);
    expect((await move(b, x)).status).toBe(200);
    expect(
      (await scene.test.api.ok(updateFolder, { ...scene.at(b), body: { name: 'Renamed' } })).parentFolderId,
    ).toBe(x);
  });

  it('end in no circle when two are moved into each other at once', async () => {
    const [a, b] = [await make('first'), await make('second')];
    const answers = await Promise.all([move(a, b), move(b, a)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422]);
  });

  it('of other accounts and workspaces are not there', async () => {
    const stranger = await signUp(scene.test);
    const theirAccount = await connect(scene.test, stranger);
    const theirs = await scene.test.api.ok(createFolder, {
      token: stranger.token,
      params: { id: theirAccount.instagramAccountId },
      body: { name: 'Theirs' },
    });
    const own = await connect(scene.test, scene.user);
    const elsewhere = await make('Elsewhere', null, own.instagramAccountId);
    const here = await make('Here');
    const { flowId } = await scene.draw(undefined);
    for (const folderId of [theirs.folderId, elsewhere, '01900000-0000-7000-8000-000000000000']) {
      expect((await put(flowId, { folderId })).error.code).toBe('unknown_folder');
      expect((await move(here, folderId)).error.code).toBe('unknown_folder');
      expect(await list({ folderId })).toEqual([]);
    }
    expect((await move(theirs.folderId, null)).status).toBe(404);
  });
});

describe('an archived flow', () => {
  it('starts nobody, is listed only when asked for, and comes back', async () => {
    const { flowId } = await scene.drawLive(flow(start(), message('Hi')), 'Old');
    const away = await put(flowId, { archived: true });
    expect([away.body.status, away.body.archivedAt]).toEqual(['inactive', expect.any(String)]);
    expect(await list()).not.toContain('Old');
    expect(await list({ archived: 'true' })).toEqual(['Old']);
    const back = await put(flowId, { archived: false });
    expect([back.body.status, back.body.archivedAt]).toEqual(['inactive', null]);
    await put(flowId, { archived: true });
    const live = await scene.publish(flowId);
    expect([live.status, live.archivedAt]).toEqual(['active', null]);
    expect((await put(flowId, { archived: true, status: 'active' })).status).toBe(400);
  });
});

describe('the search for flows', () => {
  it('finds names, descriptions and what messages, buttons and questions say', async () => {
    const { instagramAccountId: accountId } = await connect(scene.test, scene.user);
    const definition = flow(
      start(),
      message('Our 50% summer sale', { buttons: [quickReply('Show me sandals')] }),
      getInput('Which shoe size?', { saveToAttribute: 'size' }),
    );
    await scene.draw(definition, 'Campaign', accountId);
    await scene.draw(undefined, 'Empty', accountId);
    for (const search of ['campaign', 'SUMMER sale', 'sandals', 'shoe size', '50%']) {
      expect(await list({ search }, accountId)).toEqual(['Campaign']);
    }
    for (const search of ['winter', '50_', 'saveToAttribute', 'quick_reply']) {
      expect(await list({ search }, accountId)).toEqual([]);
    }
    expect(await list({ search: 'sandals', status: 'active' }, accountId)).toEqual([]);
    expect(await list({ search: 'sandals' })).toEqual([]);
  });
});
