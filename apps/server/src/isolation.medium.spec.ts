import { v7 as newId } from 'uuid';
import { endpoints, type Endpoint, type WorkspaceRole } from '@instaflow/contracts';
import { createRun } from '@instaflow/flow-engine';
import { emptyDocument } from './flows/drafts/flow-document';
import { mayCall } from './http/may-call';
import { connect, receiveText, signUp, signUpMember, type TestUser } from './spec-support/scenario';
import { startTestApp, type TestApp } from './spec-support/start-test-app';

/** A body each endpoint accepts, so that only rights decide. */
const bodies: Record<string, unknown> = {
  updateWorkspace: { name: 'Renamed' },
  createWorkspace: { name: 'Another' },
  updateMe: { firstName: 'New' },
  updateAccountSettings: { cooldownMs: 1000 },
  createFlow: { name: 'Flow' },
  updateFlow: { name: 'Renamed' },
  validateFlow: { flowDefinition: {} },
  simulateFlow: {},
  proposeSteps: { description: 'Say hello' },
  createTrigger: { type: 'welcome_message' },
  updateTrigger: { priority: 1 },
  putIceBreakers: { sets: [] },
  putPersistentMenu: { menus: [] },
  resolveTriggers: { text: 'hello' },
  updateContact: { firstName: 'Ann' },
  addContactTags: { tags: ['vip'] },
  removeContactTags: { tags: ['vip'] },
  pauseContactAutomation: { minutes: 1 },
  sendMessage: { text: 'hello' },
  reactToMessage: { reaction: 'love' },
  sendConversationAction: { action: 'typing_on' },
  setConversationStatus: { status: 'open' },
  assignConversation: { userId: null },
  commandWaiting: { nodeId: 'start' },
  fixConnection: { fixId: 'resubscribe' },
  updateFlowVersion: { note: 'Noted' },
  discardDraft: { revision: 1 },
  createFlowTest: { test: { name: 'Hello', steps: [{ move: { kind: 'start' } }] } },
  updateFlowTest: { test: { name: 'Hello', steps: [{ move: { kind: 'start' } }] } },
  importFlows: {
    bundle: {
      format: 'instaflow.flows',
      version: 1,
      flows: [{ id: 'a', name: 'A', definition: { schemaVersion: 1, startNodeId: 'start', nodes: [] } }],
    },
    dryRun: true,
  },
  createFlowComment: { text: 'Hello' },
  replyToFlowComment: { text: 'Hello' },
  updateFlowComment: { text: 'Hello' },
  setFlowCommentState: { state: 'resolved' },
  createFolder: { name: 'Folder' },
  updateFolder: { name: 'Renamed' },
};
/** A query each endpoint accepts; most need none. */
const queries: Record<string, Record<string, string>> = {
  listFlowVisits: { nodeId: 'start', measure: 'reached' },
};
/** These end what the others need; they are tried against an object of their own. */
const destructive = new Set(['disconnectAccount', 'deleteFlow', 'deleteTrigger', 'deleteFolder']);

type Ids = Record<string, string>;
const scoped = Object.entries(endpoints).filter(([, endpoint]) => endpoint.path.includes('{id}'));
const roles: WorkspaceRole[] = ['owner', 'admin', 'editor', 'agent', 'viewer'];

let test: TestApp;
let owner: TestUser;
let stranger: TestUser;
let ids: Ids;

beforeAll(async () => {
  test = await startTestApp();
  owner = await signUp(test);
  stranger = await signUp(test);
  const account = await connect(test, owner);
  await connect(test, stranger);
  const conversation = await receiveText(test, owner, account);
  ids = {
    workspaces: owner.workspaceId,
    'instagram-accounts': account.instagramAccountId,
    contacts: conversation.contactId,
    conversations: conversation.conversationId,
    messages: conversation.lastMessageId ?? '',
    ...(await makeFlow(account.instagramAccountId)),
    folders: await makeFolder(account.instagramAccountId),
  };
  ids['runs'] = await putRun(ids);
});
afterAll(() => test.close());

async function makeFlow(accountId: string): Promise<{ flows: string; triggers: string }> {
  const { token } = owner;
  const flow = await test.api.ok(endpoints.createFlow, {
    token,
    params: { id: accountId },
    body: { name: 'Flow' },
  });
  const params = { id: flow.flowId };
  await test.api.ok(endpoints.publishFlow, { token, params }).catch(() => undefined);
  const trigger = await test.api.ok(endpoints.createTrigger, {
    token,
    params,
    body: { type: 'welcome_message' },
  });
  return { flows: flow.flowId, triggers: trigger.triggerId };
}

async function makeFolder(accountId: string): Promise<string> {
  const { token } = owner;
  const body = { name: 'Folder' };
  const folder = await test.api.ok(endpoints.createFolder, { token, params: { id: accountId }, body });
  return folder.folderId;
}

/** A run that waits at a step; no worker takes it on. */
async function putRun(known: Ids): Promise<string> {
  const runId = newId();
  const flowId = known['flows'] ?? '';
  const source = { flowId, flowVersionId: newId(), name: '', definition: emptyDocument() };
  const blank = createRun({ runId, source, triggerId: null, commentId: null, message: null, now: 0 });
  const state = { ...blank, status: 'waiting', waitingFor: { kind: 'timer', until: 1 } };
  await test.deps.engineSource.query(
    `INSERT INTO flow_run (id, workspace_id, instagram_account_id, contact_id, flow_id, flow_version_id, status, waiting_for,
       node_id, state) VALUES ($1, $2, $3, $4, $5, $6, 'waiting', 'timer', 'start', $7)`,
    [
      runId,
      known['workspaces'],
      known['instagram-accounts'],
      known['contacts'],
      flowId,
      source.flowVersionId,
      JSON.stringify(state),
    ],
  );
  return runId;
}

const call = (name: string, endpoint: Endpoint, token: string | undefined, known: Ids) =>
  test.api.call(endpoint, {
    params: {
      id: known[endpoint.path.split('/')[1] ?? ''] ?? '',
      version: 1,
      command: 'cancel',
      roundTripId: newId(),
      mediaFileId: newId(),
      messageId: newId(),
      other: 'draft',
      testId: newId(),
      draftId: newId(),
      shareLinkId: newId(),
      commentId: newId(),
    },
    ...(name in queries ? { query: queries[name] } : {}),
    ...(name in bodies ? { body: bodies[name] } : {}),
    ...(token === undefined ? {} : { token }),
  });

describe('a stranger', () => {
  it.each(scoped)('is told by %s that the object does not exist', async (name, endpoint) => {
    const answer = await call(name, endpoint, stranger.token, ids);
    const missing = await call(name, endpoint, stranger.token, {
      [endpoint.path.split('/')[1] ?? '']: '01900000-0000-7000-8000-000000000000',
    });
    expect([answer.status, answer.error]).toEqual([404, missing.error]);
  });

  it('sees nothing of others in lists, and cannot name their workspace', async () => {
    const { token } = stranger;
    const { instagramAccounts } = await test.api.ok(endpoints.listAccounts, { token });
    expect(instagramAccounts.map((account) => account.workspaceId)).toEqual([stranger.workspaceId]);
    const query = { workspaceId: owner.workspaceId };
    expect((await test.api.call(endpoints.listAccounts, { token, query })).status).toBe(404);
  });

  it('cannot create in a workspace of others by body or header, nor use their flows', async () => {
    const { token } = stranger;
    const body = {
      instagramUserId: '17841499999999999',
      instagramUsername: 'x',
      accessToken: 'token-17841499999999999',
    };
    const inBody = await test.api.call(endpoints.connectAccount, {
      token,
      body: { ...body, workspaceId: owner.workspaceId },
    });
    const headers = { 'x-workspace-id': owner.workspaceId };
    const inHeader = await test.api.call(endpoints.connectAccount, { token, body, headers });
    expect([inBody.status, inHeader.status]).toEqual([404, 404]);
    const { instagramAccounts } = await test.api.ok(endpoints.listAccounts, { token });
    const setting = await test.api.call(endpoints.updateAccountSettings, {
      token,
      params: { id: instagramAccounts[0]?.instagramAccountId ?? '' },
      body: { defaultReplyFlowId: ids['flows'] },
    });
    expect([setting.status, setting.error.code]).toEqual([422, 'unknown_flow']);
  });
});

describe('nobody', () => {
  it.each(Object.entries(endpoints).filter(([, { access }]) => access !== 'public'))(
    'is let in by %s',
    async (name, endpoint) => {
      expect((await call(name, endpoint, undefined, ids)).status).toBe(401);
    },
  );
});

describe.each(roles)('a member with the role %s', (role) => {
  let member: TestUser;
  beforeAll(async () => {
    member = await signUpMember(test, { workspaceId: owner.workspaceId, role });
  });

  it.each(scoped.filter(([name]) => !destructive.has(name)))(
    'is let through or refused by %s',
    async (name, endpoint) => {
      const { status } = await call(name, endpoint, member.token, ids);
      // 415: an upload whose body is no file.
      if (mayCall(endpoint, role)) expect([200, 201, 204, 404, 409, 415, 422]).toContain(status);
      else expect(status).toBe(403);
    },
  );

  it('deletes flows and triggers only when it may edit', async () => {
    const own = { ...ids, ...(await makeFlow(ids['instagram-accounts'] ?? '')) };
    const expected = ['owner', 'admin', 'editor'].includes(role) ? 204 : 403;
    const { deleteTrigger, deleteFlow } = endpoints;
    expect((await call('deleteTrigger', deleteTrigger, member.token, own)).status).toBe(expected);
    expect((await call('deleteFlow', deleteFlow, member.token, own)).status).toBe(expected);
  });

  it('deletes folders only when it may edit', async () => {
    const own = { ...ids, folders: await makeFolder(ids['instagram-accounts'] ?? '') };
    const { status } = await call('deleteFolder', endpoints.deleteFolder, member.token, own);
    expect(status).toBe(['owner', 'admin', 'editor'].includes(role) ? 204 : 403);
  });

  it('disconnects accounts only as administrator', async () => {
    const account = await connect(test, owner);
    const answer = await test.api.call(endpoints.disconnectAccount, {
      token: member.token,
      params: { id: account.instagramAccountId },
    });
    expect(answer.status).toBe(['owner', 'admin'].includes(role) ? 204 : 403);
  });
});

describe('a membership', () => {
  it('ends within five seconds of being taken away', async () => {
    const member = await signUpMember(test, { workspaceId: owner.workspaceId, role: 'admin' });
    const read = () =>
      test.api.call(endpoints.getWorkspace, { token: member.token, params: { id: owner.workspaceId } });
    expect((await read()).status).toBe(200);
    await test.deps.engineSource.query(
      'DELETE FROM workspace_member WHERE user_id = $1 AND workspace_id = $2',
      [member.userId, owner.workspaceId],
    );
    const giveUpAt = Date.now() + 5_000;
    let status = 200;
    while (status === 200 && Date.now() < giveUpAt) status = (await read()).status;
    expect(status).toBe(404);
  });
});
