import { createTestDatabase, type TestDatabase } from '@instaflow/testing';
import { v7 } from 'uuid';
import { createDataSource } from '../data-source';
import { inWorkspaces } from '../transaction';
import type { Database } from './database';
import { endRunsOfFlow } from './end-runs-of-flow';
import { pauseAccount } from './pause-account';
import { pauseContactAutomation } from './pause-contact-automation';
import { releaseConversation } from './release-conversation';
import { resumeAccount } from './resume-account';
import { setConversationStatus } from './set-conversation-status';
import { takeOverConversation } from './take-over-conversation';

describe('what people do to automation, under row-level security', () => {
  let test: TestDatabase;
  let owner: Database;
  let app: Database;
  const now = Date.now();

  beforeAll(async () => {
    test = await createTestDatabase();
    const open = (role: 'owner' | 'app') =>
      createDataSource({ url: test.url, role, poolSize: 2, onError: () => undefined }).initialize();
    [owner, app] = await Promise.all([open('owner'), open('app')]);
  });
  afterAll(async () => {
    await Promise.all([owner.destroy(), app.destroy()]);
    await test.drop();
  });

  /** A contact in the middle of a run whose next message is queued. */
  const seed = async () => {
    const ids = {
      workspaceId: v7(),
      userId: v7(),
      accountId: v7(),
      contactId: v7(),
      conversationId: v7(),
      flowId: v7(),
      runId: v7(),
      messageId: v7(),
    };
    const at = new Date(now);
    await owner.query(`INSERT INTO workspace (id, name) VALUES ($1, 'W')`, [ids.workspaceId]);
    await owner.query(
      `INSERT INTO app_user (id, email, password_hash) VALUES ($1::uuid, $1::text || '@x.y', 'x')`,
      [ids.userId],
    );
    await owner.query(
      `INSERT INTO instagram_account (id, workspace_id, instagram_user_id, instagram_username, settings)
       VALUES ($1::uuid, $2, $1::text, 'shop', '{"humanTakeoverPauseMinutes": 15}')`,
      [ids.accountId, ids.workspaceId],
    );
    await owner.query(
      `INSERT INTO contact (id, workspace_id, instagram_account_id, instagram_user_id, current_flow_id)
       VALUES ($1, $2, $3, '1', $4)`,
      [ids.contactId, ids.workspaceId, ids.accountId, ids.flowId],
    );
    await owner.query(
      `INSERT INTO conversation (id, workspace_id, instagram_account_id, contact_id) VALUES ($1, $2, $3, $4)`,
      [ids.conversationId, ids.workspaceId, ids.accountId, ids.contactId],
    );
    await owner.query(
      `INSERT INTO flow_run (id, workspace_id, instagram_account_id, contact_id, flow_id, flow_version_id, status,
                             waiting_for, state, wake_at)
       VALUES ($1, $2, $3, $4, $5, $5, 'waiting', 'timer', '{"status": "waiting"}', $6)`,
      [ids.runId, ids.workspaceId, ids.accountId, ids.contactId, ids.flowId, at],
    );
    await owner.query(
      `INSERT INTO outbound_message (id, message_at, workspace_id, instagram_account_id, contact_id, conversation_id, seq,
                                     priority, kind, is_automated, payload, idempotency_key, run_id)
       VALUES ($1::uuid, $2, $3, $4, $5, $6, 1, 3, 'message', true, '{}', $1::text, $7)`,
      [ids.messageId, at, ids.workspaceId, ids.accountId, ids.contactId, ids.conversationId, ids.runId],
    );
    await owner.query(
      `INSERT INTO message_log (id, "timestamp", workspace_id, instagram_account_id, contact_id, conversation_id, direction,
                                type, content, delivery_status)
       VALUES ($1, $2, $3, $4, $5, $6, 'outbound', 'text', '{}', 'queued')`,
      [ids.messageId, at, ids.workspaceId, ids.accountId, ids.contactId, ids.conversationId],
    );
    return ids;
  };
  type Seeded = Awaited<ReturnType<typeof seed>>;

  const stateOf = async (ids: Seeded) => {
    const [row] = await owner.query<Record<string, unknown>[]>(
      `SELECT v.status, v.assigned_agent_id AS agent, c.version::int AS version, c.current_flow_id AS flow,
              r.status AS run, o.status AS message, m.delivery_status AS logged, o.error_code AS why,
              round(extract(epoch FROM v.automation_paused_until - $2::timestamptz) / 60)::int AS minutes,
              (SELECT count(*)::int FROM realtime_event e WHERE e.workspace_id = v.workspace_id) AS told
       FROM conversation v JOIN contact c ON c.id = v.contact_id JOIN flow_run r ON r.contact_id = c.id
       JOIN outbound_message o ON o.contact_id = c.id JOIN message_log m ON m.id = o.id
       WHERE v.id = $1`,
      [ids.conversationId, new Date(now)],
    );
    return row;
  };
  const asMember = <Result>(ids: Seeded, work: Parameters<typeof inWorkspaces<Result>>[2]) =>
    inWorkspaces(app, [ids.workspaceId], work);

  it('a takeover ends the run, cancels the queue, pauses automation and raises the fence', async () => {
    const ids = await seed();
    const { conversationId, userId } = ids;
    expect(await asMember(ids, (tx) => takeOverConversation(tx, { conversationId, userId, now }))).toBe(true);
    expect(await stateOf(ids)).toEqual({
      status: 'open',
      agent: userId,
      version: 1,
      flow: null,
      run: 'taken_over',
      message: 'cancelled',
      logged: 'cancelled',
      why: 'taken_over',
      minutes: 15,
      told: 3,
    });
    expect(await asMember(ids, (tx) => releaseConversation(tx, { conversationId, now }))).toBe(true);
    expect(await stateOf(ids)).toMatchObject({ status: 'open', minutes: null });
  });

  it('nobody can do any of it to a conversation of another workspace', async () => {
    const ids = await seed();
    const stranger = await seed();
    const { conversationId, contactId, accountId, flowId, userId } = ids;
    const answers = await asMember(stranger, async (tx) => [
      await takeOverConversation(tx, { conversationId, userId, now }),
      await releaseConversation(tx, { conversationId, now }),
      await setConversationStatus(tx, { conversationId, status: 'pending_human', now }),
      await pauseContactAutomation(tx, { contactId, until: now + 1_000, now }),
      await pauseAccount(tx, { accountId, now }),
      await resumeAccount(tx, { accountId, now }),
      await endRunsOfFlow(tx, { flowId, reason: 'flow_deleted', now }),
    ]);
    expect(answers).toEqual([false, false, false, false, false, false, 0]);
    expect(await stateOf(ids)).toMatchObject({ run: 'waiting', message: 'queued', version: 0, told: 0 });
  });

  it('the status pending_human stops automation, closed is dated', async () => {
    const ids = await seed();
    const { conversationId } = ids;
    await asMember(ids, (tx) => setConversationStatus(tx, { conversationId, status: 'pending_human', now }));
    expect(await stateOf(ids)).toMatchObject({
      status: 'pending_human',
      run: 'taken_over',
      message: 'cancelled',
    });
    await asMember(ids, (tx) => setConversationStatus(tx, { conversationId, status: 'closed', now }));
    const [row] = await owner.query<{ closed_at: Date | null }[]>(
      'SELECT closed_at FROM conversation WHERE id = $1',
      [conversationId],
    );
    expect(row?.closed_at?.getTime()).toBe(now);
  });

  it('a pause of a contact keeps its run, and its end wakes what came due meanwhile', async () => {
    const ids = await seed();
    const { contactId } = ids;
    await asMember(ids, (tx) => pauseContactAutomation(tx, { contactId, until: now + 600_000, now }));
    expect(await stateOf(ids)).toMatchObject({
      run: 'waiting',
      message: 'cancelled',
      why: 'paused',
      minutes: 10,
    });
    await asMember(ids, (tx) => pauseContactAutomation(tx, { contactId, until: null, now }));
    expect(
      await owner.query('SELECT shard >= 0 AS ok FROM contact_wake WHERE contact_id = $1', [contactId]),
    ).toEqual([{ ok: true }]);
  });

  it('the red button cancels what is queued and makes the engine look again', async () => {
    const ids = await seed();
    const { accountId } = ids;
    await asMember(ids, (tx) => pauseAccount(tx, { accountId, now }));
    await asMember(ids, (tx) => resumeAccount(tx, { accountId, now }));
    expect(await stateOf(ids)).toMatchObject({ run: 'waiting', message: 'cancelled', why: 'paused' });
    const [row] = await owner.query<{ revision: number }[]>(
      'SELECT revision::int FROM account_revision WHERE instagram_account_id = $1',
      [accountId],
    );
    expect(row?.revision).toBe(2);
  });

  it('ending the runs of a flow cancels their messages', async () => {
    const ids = await seed();
    const { flowId } = ids;
    expect(await asMember(ids, (tx) => endRunsOfFlow(tx, { flowId, reason: 'flow_deleted', now }))).toBe(1);
    expect(await stateOf(ids)).toMatchObject({
      run: 'cancelled',
      message: 'cancelled',
      why: 'flow_stopped',
      flow: null,
    });
    expect(await asMember(ids, (tx) => endRunsOfFlow(tx, { flowId, reason: 'flow_deleted', now }))).toBe(0);
  });
});
