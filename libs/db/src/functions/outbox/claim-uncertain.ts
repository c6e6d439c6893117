import { steadyPlans } from '../plan-settings';
import { milliseconds } from './outbox-expressions';

/** Uncertain messages that are due for a look into the conversation, one per account, and puts their next look off. */
export const claimUncertain = `
CREATE OR REPLACE FUNCTION claim_uncertain(p_limit integer, p_again_ms integer) RETURNS json
LANGUAGE plpgsql ${steadyPlans} AS $$
DECLARE
  v_now timestamptz := clock_timestamp();
  v_rows json;
  v_next timestamptz;
BEGIN
  WITH due AS (
    SELECT o.id, row_number() OVER (PARTITION BY o.instagram_account_id ORDER BY o.sending_since) AS n
    FROM outbound_message o
    WHERE o.status = 'uncertain' AND o.finished_at IS NULL AND o.not_before <= v_now
  ), taken AS (
    UPDATE outbound_message o SET not_before = v_now + make_interval(secs => p_again_ms / 1000.0)
    WHERE o.id IN (SELECT d.id FROM due d WHERE d.n = 1 LIMIT p_limit)
      AND o.status = 'uncertain' AND o.not_before <= v_now
    RETURNING o.*
  )
  SELECT json_agg(json_build_object(
    'id', t.id, 'accountId', t.instagram_account_id, 'contactId', t.contact_id, 'kind', t.kind, 'payload', t.payload,
    'sendingSince', ${milliseconds('t.sending_since')}, 'isSecondTry', t.error_code = 'not_found_sent_again',
    'accountStatus', a.status,
    'recipientId', c.instagram_user_id, 'accountInstagramId', a.instagram_user_id, 'sealedToken', a.access_token_sealed))
  INTO v_rows
  FROM taken t JOIN contact c ON c.id = t.contact_id JOIN instagram_account a ON a.id = t.instagram_account_id;
  SELECT min(o.not_before) INTO v_next FROM outbound_message o
  WHERE o.status = 'uncertain' AND o.finished_at IS NULL;
  RETURN json_build_object('rows', coalesce(v_rows, '[]'::json), 'nextDueInMs', ${milliseconds('v_next - v_now')});
END $$;
`;
