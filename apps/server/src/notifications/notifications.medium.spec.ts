import { endpoints, type RealtimeServerMessage } from '@instaflow/contracts';
import { flow, humanTakeover, message, notifyTeam, start, type FlowStep } from '@instaflow/flow-model';
import { waitFor } from '@instaflow/testing';
import { RunScenario } from '../spec-support/run-scenario';
import { connect, receiveText, signUpMember, type TestUser } from '../spec-support/scenario';
import { startSmtpServer, type SmtpServer } from '../spec-support/start-smtp-server';
import { useStreams } from '../spec-support/use-streams';

let scene: RunScenario;
let smtp: SmtpServer;
let agent: TestUser;
let viewer: TestUser;
const listen = useStreams(() => scene.test);

beforeAll(async () => {
  smtp = await startSmtpServer();
  scene = await RunScenario.open({ listen: true, env: { SMTP_URL: smtp.url } });
  const { workspaceId } = scene.user;
  agent = await signUpMember(scene.test, { workspaceId, role: 'agent' });
  viewer = await signUpMember(scene.test, { workspaceId, role: 'viewer' });
});
beforeEach(async () => {
  smtp.mails.length = 0;
  await scene.test.deps.engineSource.query('DELETE FROM notification');
});
afterAll(async () => {
  await scene.close();
  await smtp.close();
});

const toldTo = async ({ token }: Pick<TestUser, 'token'>) =>
  (await scene.test.api.ok(endpoints.listNotifications, { token })).notifications;
const isTold = (user: TestUser, kind: string) =>
  waitFor(async () => (await toldTo(user)).some((told) => told.kind === kind), { what: kind });
const notify = (text: string, channels: ('in_app' | 'email')[]): FlowStep => ({
  ...notifyTeam(text),
  fields: { message: text, channels },
});

describe('a message of a flow to the team', () => {
  it('is shown to those who answer people, sent by mail, and streamed to nobody but its reader', async () => {
    const { word } = await scene.publish(
      flow(start(), notify('{{ contact.firstName }} asks for {{ message.text }}', ['in_app', 'email'])),
    );
    const streams = await Promise.all([agent, viewer].map(listen));
    const { run, conversationId } = await scene.walkInto(word, 'completed');
    await isTold(agent, 'team_message');
    const expected = {
      kind: 'team_message',
      message: `Anna asks for ${word}`,
      runId: run.runId,
      contactId: run.contactId,
      conversationId,
      readAt: null,
    };
    expect(await toldTo(agent)).toMatchObject([{ ...expected, userId: agent.userId }]);
    expect(await toldTo(scene.user)).toMatchObject([{ ...expected, userId: scene.user.userId }]);
    expect(await toldTo(viewer)).toEqual([]);
    await waitFor(() => smtp.mails.length === 2, { timeoutMs: 10_000, what: 'two mails' });
    expect(smtp.mails.flatMap(({ to }) => to).toSorted()).toEqual([agent.email, scene.user.email].toSorted());
    expect(smtp.mails[0]?.data).toContain(`Anna asks for ${word}`);
    const streamed = (stream: RealtimeServerMessage[] = []) =>
      stream.flatMap((event) => (event.type === 'notification.created' ? [event.data.userId] : []));
    await waitFor(() => streamed(streams[0]).length > 0, { what: 'the event' });
    expect([streamed(streams[0]), streamed(streams[1])]).toEqual([[agent.userId], []]);
  });

  it('is read by each for themselves', async () => {
    const { word } = await scene.publish(flow(start(), notify('Look', ['in_app'])));
    await scene.walkInto(word, 'completed');
    await scene.walkInto(word, 'completed', `88${Date.now()}`);
    await waitFor(async () => (await toldTo(agent)).length === 2, { what: 'two notifications' });
    const [latest] = await toldTo(agent);
    const read = (user: TestUser, body: object) =>
      scene.test.api.ok(endpoints.readNotifications, { token: user.token, body });
    const others = {
      notificationIds: (await toldTo(scene.user)).map(({ notificationId }) => notificationId),
    };
    expect(await read(agent, others)).toEqual({ unreadCount: 2 });
    expect(await read(agent, { notificationIds: [latest?.notificationId] })).toEqual({ unreadCount: 1 });
    const { token } = agent;
    const unread = await scene.test.api.ok(endpoints.listNotifications, { token, query: { unread: true } });
    expect(unread).toMatchObject({ total: 1, unreadCount: 1 });
    expect(await read(agent, { all: true })).toEqual({ unreadCount: 0 });
    expect(await read(scene.user, { notificationIds: [latest?.notificationId] })).toEqual({ unreadCount: 2 });
    expect(smtp.mails).toEqual([]);
  });

  it('is 404 for a workspace of others', async () => {
    const { token } = agent;
    const query = { workspaceId: '01900000-0000-7000-8000-000000000000' };
    expect((await scene.test.api.call(endpoints.listNotifications, { token, query })).status).toBe(404);
  });
});

describe('people are told', () => {
  it('that somebody waits for one of them', async () => {
    const { word } = await scene.publish(flow(start(), humanTakeover('Wants a refund')));
    const { conversationId } = await scene.walkInto(word, 'completed');
    await isTold(agent, 'human_takeover');
    expect(await toldTo(agent)).toMatchObject([{ message: 'Wants a refund', conversationId }]);
    expect(await toldTo(viewer)).toEqual([]);
    expect(smtp.mails).toEqual([]);
  });

  it('as owners that a flow fails, once an hour, whatever it fails of', async () => {
    const { flowId, word } = await scene.publish(flow(start(), message('Not allowed here')));
    scene.test.graph.refusedTexts.add('Not allowed here');
    await scene.walkInto(word, 'failed');
    await scene.walkInto(word, 'failed', `99${Date.now()}`);
    scene.test.graph.refusedTexts.clear();
    await isTold(scene.user, 'run_failed');
    const told = (await toldTo(scene.user)).filter(({ kind }) => kind === 'run_failed');
    expect(told).toMatchObject([{ flowId, nodeId: 'node_2' }]);
    expect(await toldTo(agent)).toEqual([]);
    await waitFor(() => smtp.mails.length === 1, { timeoutMs: 10_000, what: 'the mail' });
  });

  it('as owners that a flow goes round without end', async () => {
    const { flowId, word } = await scene.publish(flow(start(), message('Again', { id: 'm' })));
    // A loop cannot be published; it stands for a version from before that was checked.
    await scene.test.deps.engineSource.query(
      `UPDATE flow_version SET definition = jsonb_set(definition, '{nodes,1,connections}',
         '[{"targetNodeId": "m", "condition": null}]') WHERE flow_id = $1`,
      [flowId],
    );
    await scene.walkInto(word, 'failed');
    await isTold(scene.user, 'run_failed');
    const [told] = await toldTo(scene.user);
    expect(told).toMatchObject({ flowId, message: expect.stringContaining('went round without end') });
  });

  it('as owners that an account needs a new token', async () => {
    const account = await connect(scene.test, scene.user);
    await receiveText(scene.test, scene.user, account);
    scene.test.graph.badTokens.add(`token-${account.instagramUserId}`);
    const { conversations } = await scene.test.api.ok(
      endpoints.listConversations,
      scene.at(account.instagramAccountId),
    );
    await scene.test.api.ok(endpoints.sendMessage, {
      ...scene.at(conversations[0]?.conversationId ?? ''),
      body: { text: 'hello' },
    });
    await isTold(scene.user, 'account_error');
    expect(await toldTo(scene.user)).toMatchObject([
      { kind: 'account_error', instagramAccountId: account.instagramAccountId, flowId: null },
    ]);
    expect(await toldTo(agent)).toEqual([]);
  });
});

describe('without a mail server', () => {
  it('shows in the app what was meant for mail, and says so in the trace', async () => {
    const bare = await RunScenario.open();
    try {
      const { word } = await bare.publish(flow(start(), notify('By mail', ['email'])));
      const { run } = await bare.walkInto(word, 'completed');
      const { notifications } = await bare.test.api.ok(endpoints.listNotifications, {
        token: bare.user.token,
      });
      expect(notifications).toMatchObject([{ message: 'By mail' }]);
      const { turns } = await bare.getRun(run.runId);
      expect(turns.flatMap(({ steps }) => steps).at(-1)).toMatchObject({
        nodeType: 'notify_team',
        detail: { channels: ['email'], email: 'no_mail_server' },
      });
    } finally {
      await bare.close();
    }
  });
});
