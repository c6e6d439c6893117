import { steadyPlans } from '../plan-settings';
import { bucket, connectedAccount, privateRepliesPerSecond } from './outbox-expressions';

/**
 * When something may next be sent by one of these accounts; null when only another event can make it so.
 * Accounts whose pacing another process holds at the moment are worth a look at once.
 */
export const nextOutboundAt = `
CREATE OR REPLACE FUNCTION next_outbound_at(p_accounts uuid[], p_seen uuid[]) RETURNS timestamptz
LANGUAGE plpgsql ${steadyPlans} AS $$
DECLARE
  v_now timestamptz := clock_timestamp();
  v_next timestamptz;
BEGIN
  SELECT min(CASE
    WHEN p.blocked_until > v_now THEN p.blocked_until
    WHEN bucket.tokens < 1 THEN v_now + make_interval(secs => (1 - bucket.tokens) / speed.rate)
    WHEN NOT a.id = ANY (p_seen) THEN v_now + interval '5 milliseconds'
    ELSE least(
      (SELECT min(later.not_before) FROM (
        SELECT o.not_before FROM outbound_message o
        WHERE o.instagram_account_id = a.id AND o.status = 'queued' AND o.not_before > v_now LIMIT 500) AS later),
      CASE WHEN bucket.private_tokens < 1 AND EXISTS (
        SELECT 1 FROM outbound_message o
        WHERE o.instagram_account_id = a.id AND o.status = 'queued' AND o.kind = 'private_reply')
      THEN v_now + make_interval(secs => (1 - bucket.private_tokens) / ${privateRepliesPerSecond}) END)
    END)
  INTO v_next
  FROM unnest(p_accounts) AS w (id)
  CROSS JOIN ${connectedAccount} AS a
  JOIN account_pacing p ON p.instagram_account_id = a.id
  CROSS JOIN ${bucket};
  RETURN v_next;
END $$;
`;
