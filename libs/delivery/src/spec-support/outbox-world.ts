import { randomUUID } from 'node:crypto';
import { createDataSource, type DataSource } from '@instaflow/db';
import { createGraphClient, type GraphClient } from '@instaflow/instagram';
import { createKeyRing, createLogger, createMetrics, systemClock, type Clock } from '@instaflow/platform';
import { createTestDatabase, type TestDatabase } from '@instaflow/testing';
import { createDelivery, type Delivery, type DeliveryOptions } from '../create-delivery';
import { tokenIdentity } from '../send-claimed';
import { GraphStub } from './graph-stub';

export type TestContact = {
  contactId: string;
  conversationId: string;
  recipientId: string;
  accountId: string;
};
export type OutboundState = {
  id: string;
  status: string;
  mid: string | null;
  error_code: string | null;
  attempts: number;
  delivery_status: string;
  log_error: string | null;
};

const keyRing = createKeyRing([Buffer.alloc(32, 7)]);
let lastId = 1_000;

/** A migrated database, a Graph stub, and rows to send. */
export class OutboxWorld {
  readonly workspaceId = randomUUID();
  private readonly deliveries: Delivery[] = [];

  private constructor(
    private readonly database: TestDatabase,
    readonly source: DataSource,
    readonly client: GraphClient,
    readonly graph: GraphStub,
  ) {}

  static async open(): Promise<OutboxWorld> {
    const database = await createTestDatabase();
    const source = createDataSource({
      url: database.url,
      role: 'engine',
      poolSize: 8,
      onError: () => undefined,
    });
    await source.initialize();
    const stub = new GraphStub();
    const client = createGraphClient({ baseUrl: await stub.start(), version: 'v25.0', timeoutMs: 2_000 });
    const world = new OutboxWorld(database, source, client, stub);
    await source.query(`INSERT INTO workspace (id, name) VALUES ($1, 'Test')`, [world.workspaceId]);
    return world;
  }

  get url(): string {
    return this.database.url;
  }

  async close(): Promise<void> {
    await this.stopDeliveries();
    await this.client.destroy();
    await this.graph.stop();
    await this.source.destroy();
    await this.database.drop();
  }

  /** Stops all deliveries and forgets all messages. */
  async reset(): Promise<void> {
    await this.stopDeliveries();
    await this.source.query(`DELETE FROM instagram_account`);
    for (const table of ['contact', 'outbound_message', 'message_log', 'realtime_event', 'contact_wake']) {
      await this.source.query(`DELETE FROM ${table}`);
    }
    this.graph.reset();
  }

  private async stopDeliveries(): Promise<void> {
    await Promise.all(this.deliveries.splice(0).map((delivery) => delivery.stop()));
  }

  delivery(options: Partial<DeliveryOptions> & { clock?: Clock } = {}): Delivery {
    const delivery = createDelivery({
      dataSource: this.source,
      graph: this.client,
      keyRing,
      clock: systemClock,
      logger: createLogger({ level: 'silent' }),
      metrics: createMetrics(),
      random: () => 0,
      ...options,
    });
    this.deliveries.push(delivery);
    return delivery;
  }

  async addAccount({
    settings = {},
    token = 'token-1',
  }: { settings?: object; token?: string } = {}): Promise<string> {
    const id = randomUUID();
    lastId += 1;
    await this.source.query(
      `INSERT INTO instagram_account (id, workspace_id, instagram_user_id, instagram_username, access_token_sealed, settings)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [
        id,
        this.workspaceId,
        `1784${lastId}`,
        `shop${lastId}`,
        keyRing.seal(token, tokenIdentity(id)),
        JSON.stringify({ messagesPerSecond: 100, ...settings }),
      ],
    );
    // A full bucket, as an account has that sent nothing for a while.
    await this.source.query(
      `INSERT INTO account_pacing (instagram_account_id, workspace_id, tokens) VALUES ($1, $2, 1000)`,
      [id, this.workspaceId],
    );
    return id;
  }

  async addContact(
    accountId: string,
    { hoursSinceMessage = 0 }: { hoursSinceMessage?: number | null } = {},
  ): Promise<TestContact> {
    const contact: TestContact = {
      contactId: randomUUID(),
      conversationId: randomUUID(),
      recipientId: `55${(lastId += 1)}`,
      accountId,
    };
    await this.source.query(
      `INSERT INTO contact (id, workspace_id, instagram_account_id, instagram_user_id) VALUES ($1, $2, $3, $4)`,
      [contact.contactId, this.workspaceId, accountId, contact.recipientId],
    );
    await this.source.query(
      `INSERT INTO conversation (id, workspace_id, instagram_account_id, contact_id, last_user_message_at)
       VALUES ($1, $2, $3, $4, now() - make_interval(hours => $5))`,
      [contact.conversationId, this.workspaceId, accountId, contact.contactId, hoursSinceMessage],
    );
    return contact;
  }

  /** Queues a message as a turn does, and answers its id. */
  async queue(
    contact: TestContact,
    text: string,
    row: {
      kind?: string;
      payload?: object;
      priority?: number;
      isAutomated?: boolean;
      runId?: string | null;
    } = {},
  ): Promise<string> {
    const id = randomUUID();
    const {
      kind = 'message',
      payload = { message: { text } },
      priority = 3,
      isAutomated = true,
      runId = null,
    } = row;
    const seq = await this.takeSeq(contact);
    const shared = [id, this.workspaceId, contact.accountId, contact.contactId, contact.conversationId];
    await this.source.query(
      `WITH logged AS (
         INSERT INTO message_log (id, "timestamp", workspace_id, instagram_account_id, contact_id, conversation_id,
           direction, type, content, is_automated, delivery_status, run_id)
         VALUES ($1, now(), $2, $3, $4, $5, 'outbound', 'text', $6, $7, 'queued', $8)
         RETURNING "timestamp")
       INSERT INTO outbound_message (id, message_at, workspace_id, instagram_account_id, contact_id, conversation_id, seq,
         priority, kind, is_automated, payload, idempotency_key, run_id, node_id)
       SELECT $1, "timestamp", $2, $3, $4, $5, $9, $10, $11, $7, $12, $1::text, $8, 'node_1' FROM logged`,
      [...shared, JSON.stringify({ text }), isAutomated, runId, seq, priority, kind, JSON.stringify(payload)],
    );
    return id;
  }

  private async takeSeq({ contactId }: TestContact): Promise<string> {
    await this.source.query(`UPDATE contact SET next_outbound_seq = next_outbound_seq + 1 WHERE id = $1`, [
      contactId,
    ]);
    const [row] = await this.source.query<{ seq: string }[]>(
      `SELECT next_outbound_seq - 1 AS seq FROM contact WHERE id = $1`,
      [contactId],
    );
    if (!row) throw new Error(`no contact ${contactId}`);
    return row.seq;
  }

  async stateOf(id: string): Promise<OutboundState> {
    const [row] = await this.source.query<OutboundState[]>(
      `SELECT o.id, o.status, o.mid, o.error_code, o.attempts, m.delivery_status, m.error_code AS log_error
       FROM outbound_message o JOIN message_log m ON m.id = o.id AND m."timestamp" = o.message_at WHERE o.id = $1`,
      [id],
    );
    if (!row) throw new Error(`no message ${id}`);
    return row;
  }

  async statusOf(id: string): Promise<string> {
    return (await this.stateOf(id)).status;
  }

  async accountStatus(id: string): Promise<{ status: string; status_reason: string | null }> {
    const [row] = await this.source.query(
      `SELECT status, status_reason FROM instagram_account WHERE id = $1`,
      [id],
    );
    return row;
  }
}
