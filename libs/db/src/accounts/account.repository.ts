import { In, Not } from 'typeorm';
import { z } from 'zod';
import { pageById } from '../pagination/page-by-id';
import type { Page, PageRequest } from '../pagination/page';
import type { Tx } from '../transaction';
import { bumpAccountRevision } from '../turns/bump-account-revision';
import { InstagramAccountEntity } from './instagram-account.entity';

export type AccountConnection = Pick<
  InstagramAccountEntity,
  | 'id'
  | 'workspaceId'
  | 'connectedByUserId'
  | 'instagramPageId'
  | 'instagramUserId'
  | 'instagramUsername'
  | 'accessTokenSealed'
  | 'tokenExpiresAt'
  | 'status'
  | 'statusReason'
  | 'isSimulated'
> &
  Partial<
    Pick<
      InstagramAccountEntity,
      'login' | 'appScopedUserId' | 'permissions' | 'tokenIssuedAt' | 'tokenRefreshAt' | 'dataAccessEndsAt'
    >
  >;

const holderRow = z.object({ id: z.string(), workspaceId: z.string() });
const webhookRow = z.object({ id: z.string(), lastWebhookAt: z.date().nullable() });

/** Accounts. A disconnected one is invisible here, except to the account that revives it. */
export const accountRepository = {
  find: (tx: Tx, key: { id: string; workspaceId: string }): Promise<InstagramAccountEntity | null> =>
    tx.findOneBy(InstagramAccountEntity, { ...key, status: Not('disconnected') }),

  list(
    tx: Tx,
    { workspaceIds, request }: { workspaceIds: readonly string[]; request: PageRequest },
  ): Promise<Page<InstagramAccountEntity>> {
    const query = tx
      .createQueryBuilder(InstagramAccountEntity, 'account')
      .where({ workspaceId: In([...workspaceIds]), status: Not('disconnected') });
    return pageById(query, request, 'ASC');
  },

  listByIds: (tx: Tx, ids: readonly string[]): Promise<InstagramAccountEntity[]> =>
    tx.findBy(InstagramAccountEntity, { id: In([...ids]) }),

  /**
   * Who answers for an Instagram user id now, in whichever workspace; null when nobody does.
   * Runs in the engine's role, because the question crosses workspaces.
   */
  async findHolder(tx: Tx, instagramUserId: string): Promise<z.infer<typeof holderRow> | null> {
    const rows: unknown[] = await tx.query(
      `SELECT id, workspace_id AS "workspaceId" FROM instagram_account
       WHERE instagram_user_id = $1 AND status <> 'disconnected'`,
      [instagramUserId],
    );
    return rows.length === 0 ? null : holderRow.parse(rows[0]);
  },

  /** The account of this workspace for an Instagram user id, connected or not; the latest one. */
  findInWorkspace: (
    tx: Tx,
    key: { workspaceId: string; instagramUserId: string },
  ): Promise<InstagramAccountEntity | null> =>
    tx.findOne(InstagramAccountEntity, { where: key, order: { status: 'ASC', id: 'DESC' } }),

  /** Stores a connection: a new account, or the renewal of one with the same id. */
  async save(tx: Tx, account: AccountConnection): Promise<InstagramAccountEntity> {
    await tx.upsert(
      InstagramAccountEntity,
      { ...account, disconnectedAt: null, updatedAt: () => 'now()' },
      { conflictPaths: ['id'] },
    );
    await tx.query(
      `INSERT INTO account_pacing (instagram_account_id, workspace_id) VALUES ($1, $2)
       ON CONFLICT (instagram_account_id) DO UPDATE SET blocked_until = NULL, block_reason = NULL, throttle_count = 0`,
      [account.id, account.workspaceId],
    );
    await bumpAccountRevision(tx, { accountId: account.id });
    return tx.findOneByOrFail(InstagramAccountEntity, { id: account.id });
  },

  async setSettings(
    tx: Tx,
    { id, workspaceId, settings }: { id: string; workspaceId: string; settings: Record<string, unknown> },
  ): Promise<void> {
    await tx.query(
      `UPDATE instagram_account SET settings = $3::jsonb, updated_at = now() WHERE id = $1 AND workspace_id = $2`,
      [id, workspaceId, JSON.stringify(settings)],
    );
    await bumpAccountRevision(tx, { accountId: id });
  },

  /** Forgets the token and frees the Instagram user id for another connection. */
  async disconnect(tx: Tx, { id, workspaceId }: { id: string; workspaceId: string }): Promise<void> {
    await tx.query(
      `UPDATE instagram_account SET status = 'disconnected', status_reason = NULL, access_token_sealed = NULL,
         token_expires_at = NULL, disconnected_at = now(), updated_at = now()
       WHERE id = $1 AND workspace_id = $2`,
      [id, workspaceId],
    );
    await bumpAccountRevision(tx, { accountId: id });
  },

  /** Keeps what became of the webhooks of a disconnected account at Instagram. */
  async recordUnsubscribe(tx: Tx, { id, result }: { id: string; result: string }): Promise<void> {
    await tx.query(
      `UPDATE instagram_account SET unsubscribe_result = $2 WHERE id = $1 AND status = 'disconnected'`,
      [id, result],
    );
  },

  /** Tells owners and admins, in the app and by mail, that an account stopped working; once per `key`. */
  async tellOwners(
    tx: Tx,
    told: { id: string; workspaceId: string; key: string; message: string; now: number },
  ): Promise<void> {
    const { id: accountId, workspaceId, key, message, now } = told;
    await tx.query(`SELECT notify_members($1, ARRAY['owner', 'admin'], $2::jsonb, true, true, $3)`, [
      workspaceId,
      JSON.stringify({ accountId, kind: 'account_error', key, message }),
      new Date(now),
    ]);
  },

  /** Tells the browsers that the account changed. */
  async announce(tx: Tx, { id, workspaceId }: { id: string; workspaceId: string }): Promise<void> {
    await tx.query(
      `INSERT INTO realtime_event (workspace_id, instagram_account_id, type, entity_id)
       VALUES ($2, $1, 'account.updated', $1)`,
      [id, workspaceId],
    );
  },

  /** When Meta last delivered something, by account id; missing when it never did. */
  async findLastWebhooks(tx: Tx, ids: readonly string[]): Promise<Map<string, Date | null>> {
    const rows: unknown[] = await tx.query(
      `SELECT instagram_account_id AS id, last_webhook_at AS "lastWebhookAt"
       FROM account_pacing WHERE instagram_account_id = ANY ($1::uuid[])`,
      [ids],
    );
    return new Map(rows.map((row) => webhookRow.parse(row)).map((row) => [row.id, row.lastWebhookAt]));
  },
};
