import type { Database } from '../turns/database';

/** When a webhook with a wrong signature came last, in the whole installation. Runs in the engine's role. */
export const webhookRefusalRepository = {
  async record(source: Database, now: number): Promise<void> {
    await source.query(
      `INSERT INTO webhook_refusal (id, at) VALUES (1, $1)
       ON CONFLICT (id) DO UPDATE SET at = greatest(webhook_refusal.at, excluded.at)`,
      [new Date(now)],
    );
  },

  async findLast(source: Database): Promise<Date | null> {
    const rows = await source.query<{ at: Date }[]>('SELECT at FROM webhook_refusal');
    return rows[0]?.at ?? null;
  },
};
