import type { Database } from '../turns/database';

export type SealedToken = { accountId: string; sealedToken: string };

/** Stored tokens in the order of account ids, after one of them. */
export const listSealedTokens = (
  source: Database,
  { after, limit }: { after: string | null; limit: number },
): Promise<SealedToken[]> =>
  source.query<SealedToken[]>(
    `SELECT id AS "accountId", access_token_sealed AS "sealedToken" FROM instagram_account
     WHERE access_token_sealed IS NOT NULL AND ($1::uuid IS NULL OR id > $1) ORDER BY id LIMIT $2`,
    [after, limit],
  );

/** One stored token of each key that was used, by the key's id. */
export const listTokenOfEachKey = (source: Database): Promise<SealedToken[]> =>
  source.query<SealedToken[]>(
    `SELECT DISTINCT ON (split_part(access_token_sealed, '.', 2)) id AS "accountId", access_token_sealed AS "sealedToken"
     FROM instagram_account WHERE access_token_sealed IS NOT NULL
     ORDER BY split_part(access_token_sealed, '.', 2), id`,
  );

/** Replaces sealed tokens that are still the ones read; answers how many were. */
export async function replaceSealedTokens(
  source: Database,
  tokens: readonly (SealedToken & { newSealedToken: string })[],
): Promise<number> {
  const rows = await source.query<{ count: number }[]>(
    `WITH x AS (
       SELECT * FROM jsonb_to_recordset($1::jsonb) AS x ("accountId" uuid, "sealedToken" text, "newSealedToken" text)
     ), done AS (
       UPDATE instagram_account a SET access_token_sealed = x."newSealedToken"
       FROM x WHERE a.id = x."accountId" AND a.access_token_sealed = x."sealedToken" RETURNING 1)
     SELECT count(*)::int AS count FROM done`,
    [JSON.stringify(tokens)],
  );
  return rows[0]?.count ?? 0;
}
