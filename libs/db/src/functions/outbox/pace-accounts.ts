import { steadyPlans } from '../plan-settings';

/**
 * Consequences for accounts: tokens given back or taken extra, blocks, lost tokens, and the end of a block.
 * An entry without `accountId` is about the whole app, so about every account.
 */
export const paceAccounts = `
CREATE OR REPLACE FUNCTION pace_accounts(p_accounts jsonb) RETURNS void
LANGUAGE plpgsql ${steadyPlans} AS $$
DECLARE v_now timestamptz := clock_timestamp();
BEGIN
  WITH x AS MATERIALIZED (
    SELECT * FROM jsonb_to_recordset(p_accounts) AS x (
      "accountId" uuid, tokens double precision, "throttleMs" double precision, "mostMs" double precision,
      "blockReason" text, "isHealthy" boolean)
  )
  UPDATE account_pacing p
  SET tokens = greatest(p.tokens + coalesce(x.tokens, 0), -100),
      -- Requests that were under way together count as one throttle.
      throttle_count = CASE
        WHEN x."throttleMs" IS NOT NULL AND coalesce(p.blocked_until <= v_now, true) THEN p.throttle_count + 1
        WHEN x."isHealthy" THEN 0 ELSE p.throttle_count END,
      blocked_until = CASE WHEN x."throttleMs" IS NULL THEN p.blocked_until ELSE greatest(p.blocked_until,
        v_now + make_interval(secs => greatest(x."throttleMs",
          least(x."mostMs", 1000 * power(2, least(p.throttle_count, 20))) * (0.75 + random() * 0.5)) / 1000.0)) END,
      block_reason = CASE WHEN x."throttleMs" IS NOT NULL THEN x."blockReason"
        WHEN x."isHealthy" THEN NULL ELSE p.block_reason END
  FROM x
  CROSS JOIN LATERAL (
    SELECT q.instagram_account_id AS id FROM account_pacing q WHERE q.instagram_account_id = x."accountId"
    UNION ALL
    (SELECT q.instagram_account_id FROM account_pacing q WHERE x."accountId" IS NULL ORDER BY q.instagram_account_id)
  ) AS target
  WHERE p.instagram_account_id = target.id;

  WITH x AS MATERIALIZED (
    SELECT * FROM jsonb_to_recordset(p_accounts) AS x (
      "accountId" uuid, "errorReason" text, "sealedToken" text, "statusReason" text, "isHealthy" boolean)
    WHERE "accountId" IS NOT NULL
  ), changed AS (
    UPDATE instagram_account a
    SET status = CASE WHEN x."errorReason" IS NOT NULL THEN 'error' ELSE a.status END,
        status_reason = coalesce(x."errorReason", x."statusReason"),
        updated_at = v_now
    FROM x
    WHERE a.id = x."accountId" AND a.status = 'connected' AND (
      -- A token that was replaced while the request was under way says nothing about its successor.
      (x."errorReason" IS NOT NULL AND a.access_token_sealed = x."sealedToken")
      OR (x."errorReason" IS NULL AND x."statusReason" IS NOT NULL AND a.status_reason IS DISTINCT FROM x."statusReason")
      OR (x."errorReason" IS NULL AND x."statusReason" IS NULL AND x."isHealthy" AND a.status_reason IS NOT NULL))
    RETURNING a.id, a.workspace_id
  ), told AS (
    INSERT INTO realtime_event (workspace_id, instagram_account_id, type, entity_id)
    SELECT c.workspace_id, c.id, 'account.updated', c.id FROM changed c
  )
  INSERT INTO account_revision (instagram_account_id, workspace_id)
  SELECT c.id, c.workspace_id FROM changed c
  ON CONFLICT (instagram_account_id) DO UPDATE SET revision = account_revision.revision + 1;
END $$;
`;
