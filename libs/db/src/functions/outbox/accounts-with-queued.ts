import { steadyPlans } from '../plan-settings';

/** Accounts with queued messages after `p_after`, in order: one probe of the index each, however many messages they have. */
export const accountsWithQueued = `
CREATE OR REPLACE FUNCTION accounts_with_queued(p_after uuid, p_most integer) RETURNS SETOF uuid
LANGUAGE sql STABLE ${steadyPlans} AS $$
  WITH RECURSIVE walk (account_id, n) AS (
    SELECT (SELECT o.instagram_account_id FROM outbound_message o
            WHERE o.status = 'queued' AND o.instagram_account_id > p_after
            ORDER BY o.instagram_account_id LIMIT 1), 1
    UNION ALL
    SELECT (SELECT o.instagram_account_id FROM outbound_message o
            WHERE o.status = 'queued' AND o.instagram_account_id > w.account_id
            ORDER BY o.instagram_account_id LIMIT 1), w.n + 1
    FROM walk w WHERE w.account_id IS NOT NULL AND w.n < p_most
  )
  SELECT account_id FROM walk WHERE account_id IS NOT NULL
$$;
`;
