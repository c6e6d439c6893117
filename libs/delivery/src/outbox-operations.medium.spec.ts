import { randomUUID } from 'node:crypto';
import {
  cancelAutomatedMessages,
  cancelMessagesOfAccount,
  cancelMessagesOfRuns,
  claimOutbound,
  createDataSource,
  enqueueHumanMessage,
  firstCursor,
  inWorkspaces,
  matchEcho,
  type DataSource,
} from '@instaflow/db';
import { describeOutgoing } from '@instaflow/instagram';
import { waitFor } from '@instaflow/testing';
import { OutboxWorld, type TestContact } from './spec-support/outbox-world';

describe('operations on the outbox', () => {
  let world: OutboxWorld;
  let app: DataSource;
  let account: string;
  let contact: TestContact;
  beforeAll(async () => {
    world = await OutboxWorld.open();
    app = createDataSource({ url: world.url, role: 'app', poolSize: 2, onError: () => undefined });
    await app.initialize();
  });
  beforeEach(async () => {
    account = await world.addAccount();
    contact = await world.addContact(account);
  });
  afterEach(() => world.reset());
  afterAll(async () => {
    await app.destroy();
    await world.close();
  });

  const part = (text: string) => {
    const message = { text };
    return { id: randomUUID(), payload: { message }, ...describeOutgoing(message) };
  };
  const sayAsPerson = (workspaceId: string, parts = [part('Hi, this is Ann')]) =>
    inWorkspaces(app, [workspaceId], (tx) =>
      enqueueHumanMessage(tx, {
        conversationId: contact.conversationId,
        userId: null,
        parts,
        now: Date.now(),
      }),
    );
  const take = () =>
    claimOutbound(world.source, { lease: randomUUID(), limit: 10, perAccount: 10, cursor: firstCursor });

  it('queues what a person writes before automation, and ends automation for the contact', async () => {
    const runId = randomUUID();
    await world.source.query(
      `INSERT INTO flow_run (id, workspace_id, instagram_account_id, contact_id, flow_id, flow_version_id, status, waiting_for, state)
       VALUES ($1, $2, $3, $4, $1, $1, 'waiting', 'input', '{"status":"waiting"}')`,
      [runId, world.workspaceId, account, contact.contactId],
    );
    const bot = await world.queue(contact, 'bot', { runId });
    const parts = [part('first half'), part('second half')];
    const outcome = await sayAsPerson(world.workspaceId, parts);
    expect(outcome).toMatchObject({ kind: 'queued', messageAt: [expect.any(Number), expect.any(Number)] });
    expect(await world.stateOf(bot)).toMatchObject({ status: 'cancelled', log_error: 'taken_over' });
    const [row] = await world.source.query(
      `SELECT r.status, v.status AS conversation, v.automation_paused_until > now() + interval '59 minutes' AS pauses,
         v.last_message_preview, v.last_message_direction, v.last_message_id, c.version::integer, c.next_outbound_seq::integer
       FROM flow_run r JOIN contact c ON c.id = r.contact_id JOIN conversation v ON v.contact_id = c.id`,
    );
    expect(row).toEqual({
      status: 'taken_over',
      conversation: 'open',
      pauses: true,
      last_message_preview: 'second half',
      last_message_direction: 'outbound',
      last_message_id: parts[1]?.id,
      version: 1,
      next_outbound_seq: 4,
    });
    const delivery = world.delivery();
    await delivery.run();
    await delivery.idle();
    expect(world.graph.delivered.map(({ text }) => text)).toEqual(['first half', 'second half']);
  });

  it('does not find a conversation of another workspace', async () => {
    expect(await sayAsPerson(randomUUID())).toEqual({ kind: 'not_found' });
  });

  it('refuses what a person writes more than seven days after the contact', async () => {
    contact = await world.addContact(account, { hoursSinceMessage: 24 * 7 + 1 });
    expect(await sayAsPerson(world.workspaceId)).toEqual({ kind: 'outside_messaging_window' });
    contact = await world.addContact(account, { hoursSinceMessage: null });
    expect(await sayAsPerson(world.workspaceId)).toEqual({ kind: 'outside_messaging_window' });
  });

  it('cancels by contact, by run and by account what is still queued, and nothing else', async () => {
    const runId = randomUUID();
    const other = await world.addContact(account);
    const ids = {
      bot: await world.queue(contact, 'bot'),
      person: await world.queue(contact, 'person', { isAutomated: false }),
      run: await world.queue(other, 'run', { runId }),
    };
    await world.source.query(
      `INSERT INTO flow_run (id, workspace_id, instagram_account_id, contact_id, flow_id, flow_version_id, status, state)
       VALUES ($1, $2, $3, $4, $1, $1, 'completed', '{}')`,
      [runId, world.workspaceId, account, other.contactId],
    );
    const { contactId } = contact;
    const count = await inWorkspaces(app, [world.workspaceId], (tx) =>
      cancelAutomatedMessages(tx, { contactId, reason: 'paused' }),
    );
    expect(count).toBe(1);
    expect(await cancelMessagesOfRuns(world.source, { runIds: [runId], reason: 'flow_stopped' })).toBe(1);
    expect(
      await cancelMessagesOfAccount(world.source, { accountId: account, reason: 'account_disconnected' }),
    ).toBe(1);
    expect(await world.stateOf(ids.bot)).toMatchObject({ log_error: 'paused', delivery_status: 'cancelled' });
    expect(await world.stateOf(ids.run)).toMatchObject({ log_error: 'flow_stopped' });
    expect(await world.stateOf(ids.person)).toMatchObject({ log_error: 'account_disconnected' });
  });

  describe('an echo', () => {
    const echo = (mid: string, text: string | null) =>
      matchEcho(world.source, {
        accountId: account,
        contactId: contact.contactId,
        mid,
        text,
        at: Date.now(),
      });

    it('is known once the message is recorded, and foreign when nothing of ours fits', async () => {
      await world.queue(contact, 'Hello');
      const delivery = world.delivery();
      await delivery.run();
      await delivery.idle();
      expect(await echo(world.graph.delivered[0]?.mid ?? '', 'Hello')).toBe('known');
      expect(await echo('typed-in-the-app', 'Hello')).toBe('foreign');
    });

    it('is known when the answer to its message is stored while it is looked for', async () => {
      const id = await world.queue(contact, 'Hello');
      await world.source.query(
        `UPDATE outbound_message SET status = 'sending', sending_since = now() WHERE id = $1`,
        [id],
      );
      const sent = JSON.stringify([{ id, status: 'sent', mid: 'mid-of-both' }]);
      const matches: ReturnType<typeof echo>[] = [];
      await world.source.transaction(async (settling) => {
        await settling.query('SELECT settle_outbound($1::jsonb)', [sent]);
        matches.push(echo('mid-of-both', 'Hello'));
        await waitFor(async () => {
          const waiting: unknown[] = await world.source.query(`SELECT 1 FROM pg_locks WHERE NOT granted`);
          return waiting.length > 0;
        });
      });
      expect(await Promise.all(matches)).toEqual(['known']);
    });

    it('settles a message whose answer is still outstanding, and the late answer changes nothing', async () => {
      const id = await world.queue(contact, 'Hello   there');
      world.graph.latencyMs = () => 200;
      const delivery = world.delivery();
      await delivery.run();
      expect(await echo('mid-of-the-echo', 'Hello there')).toBe('matched');
      await delivery.idle();
      expect(await world.stateOf(id)).toMatchObject({ status: 'sent', mid: 'mid-of-the-echo' });
    });

    it('waits while something else of ours is under way', async () => {
      await world.queue(contact, 'Hello');
      await take();
      expect(await echo('m', 'something else')).toBe('in_flight');
    });

    it('of media matches a media message under way', async () => {
      const payload = { message: { media: { url: 'https://x/y.png', type: 'image' } } };
      const id = await world.queue(contact, '', { payload });
      await take();
      expect(await echo('m', null)).toBe('matched');
      expect(await world.statusOf(id)).toBe('sent');
    });
  });

  it('gives a message to one of many racing claims only', async () => {
    for (let n = 0; n < 30; n += 1) await world.queue(await world.addContact(account), String(n));
    const claims = await Promise.all(Array.from({ length: 6 }, take));
    const ids = claims.flatMap(({ rows }) => rows.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(0);
  });

  it('keeps private replies to their own hourly pace', async () => {
    for (let n = 0; n < 15; n += 1) {
      const payload = { commentId: String(n), message: { text: 'x' } };
      await world.queue(await world.addContact(account), 'x', { kind: 'private_reply', payload });
    }
    const first = await claimOutbound(world.source, {
      lease: randomUUID(),
      limit: 50,
      perAccount: 50,
      cursor: firstCursor,
    });
    expect(first.rows).toHaveLength(10);
    expect(first.nextReadyInMs).toBeGreaterThan(3_000);
  });

  it('reads whether somebody follows the account now, however new the profile is', async () => {
    const delivery = world.delivery();
    const tells = (isFollowing: boolean) =>
      world.graph.profiles.set(contact.recipientId, { is_user_follow_business: isFollowing });
    expect(await delivery.readFollowState(contact.contactId)).toBeNull();
    for (const isFollower of [false, true]) {
      tells(isFollower);
      expect(await delivery.readFollowState(contact.contactId)).toEqual({ isFollower });
      expect(
        await world.source.query('SELECT is_follower, profile_attempts FROM contact WHERE id = $1', [
          contact.contactId,
        ]),
      ).toEqual([{ is_follower: isFollower, profile_attempts: 0 }]);
    }
  });

  it('fetches profiles, splits the name, and counts refusals', async () => {
    const shy = await world.addContact(account);
    world.graph.profiles.set(contact.recipientId, {
      name: 'Anna Maria Schmidt',
      username: 'anna',
      profile_pic: 'https://p/1.jpg',
      is_user_follow_business: true,
    });
    await world.delivery().fetchProfiles([contact.contactId, shy.contactId], { timeoutMs: 5_000 });
    const rows = await world.source.query(
      `SELECT instagram_username, first_name, last_name, is_follower, profile_fetched_at IS NOT NULL AS is_fetched,
         profile_attempts FROM contact ORDER BY profile_attempts`,
    );
    expect(rows).toEqual([
      {
        instagram_username: 'anna',
        first_name: 'Anna',
        last_name: 'Maria Schmidt',
        is_follower: true,
        is_fetched: true,
        profile_attempts: 0,
      },
      {
        instagram_username: null,
        first_name: null,
        last_name: null,
        is_follower: null,
        is_fetched: false,
        profile_attempts: 1,
      },
    ]);
  });
});
