import { endpoints, type RealtimeServerMessage } from '@instaflow/contracts';
import { waitFor } from '@instaflow/testing';
import { RunScenario } from '../../spec-support/run-scenario';
import { signUp, signUpMember } from '../../spec-support/scenario';
import { startSmtpServer, type SmtpServer } from '../../spec-support/start-smtp-server';
import { useStreams } from '../../spec-support/use-streams';

let scene: RunScenario;
let smtp: SmtpServer;
const listen = useStreams(() => scene.test);
beforeAll(async () => {
  smtp = await startSmtpServer();
  scene = await RunScenario.open({ listen: true, env: { SMTP_URL: smtp.url } });
});
afterAll(async () => {
  await scene.close();
  await smtp.close();
});

const changesIn = (stream: RealtimeServerMessage[] = []) =>
  stream.flatMap((event) => (event.type === 'flow_comment.updated' ? [event.data] : []));
const notesIn = (stream: RealtimeServerMessage[] = []) =>
  stream.flatMap((event) => (event.type === 'notification.created' ? [event.data] : []));

describe('what happens in comments', () => {
  it('reaches the windows of those who see flows, without the words, and the mentioned by mail', async () => {
    const { workspaceId } = scene.user;
    const colleague = await signUpMember(scene.test, { workspaceId, role: 'viewer' });
    const agent = await signUpMember(scene.test, { workspaceId, role: 'agent' });
    const stranger = await signUp(scene.test);
    const [mine, theirs, ...others] = await Promise.all([scene.user, colleague, agent, stranger].map(listen));
    const { flowId } = await scene.test.api.ok(endpoints.createFlow, {
      ...scene.at(scene.account.instagramAccountId),
      body: { name: 'Welcome' },
    });
    const { commentId } = await scene.test.api.ok(endpoints.createFlowComment, {
      ...scene.at(flowId),
      body: { nodeId: 'start', text: 'Look @you', mentionedUserIds: [colleague.userId] },
    });
    await waitFor(() => changesIn(theirs).length > 0 && notesIn(theirs).length > 0, { what: 'the events' });
    expect(changesIn(theirs)).toEqual([{ commentId, flowId, nodeId: 'start' }]);
    await waitFor(() => changesIn(mine).length > 0, { what: 'the event' });
    expect(notesIn(theirs)).toMatchObject([{ kind: 'flow_comment', commentId, message: 'Look @you' }]);
    expect([notesIn(mine), ...others.map(changesIn), ...others.map(notesIn)].flat()).toEqual([]);

    const { commentId: answerId } = await scene.test.api.ok(endpoints.replyToFlowComment, {
      token: scene.user.token,
      params: { id: flowId, commentId },
      body: { text: 'And here' },
    });
    await waitFor(() => changesIn(theirs).length === 2, { what: 'the answer' });
    expect(changesIn(theirs).at(-1)).toEqual({ commentId, flowId, nodeId: 'start' });
    await scene.test.api.ok(endpoints.deleteFlowComment, {
      token: scene.user.token,
      params: { id: flowId, commentId: answerId },
    });
    await waitFor(() => changesIn(theirs).length === 3, { what: 'the deletion' });

    await waitFor(() => smtp.mails.length > 0, { timeoutMs: 10_000, what: 'the mail' });
    expect(smtp.mails.flatMap(({ to }) => to)).toEqual([colleague.email]);
    expect(smtp.mails[0]?.data).toContain('Look @you');
    expect(smtp.mails[0]?.data.replaceAll(/=\r?\n/g, '').replaceAll('=3D', '=')).toContain(
      `/flows/${flowId}?comment=${commentId}`,
    );
  });
});
