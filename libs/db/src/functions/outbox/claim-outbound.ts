import { steadyPlans } from '../plan-settings';
import {
  blocksLane,
  bucket,
  connectedAccount,
  milliseconds,
  privateRepliesPerSecond,
  privateReplyBurst,
  rate,
  sinceRefill,
} from './outbox-expressions';

/**
 * Takes up to `p_limit` messages that may leave now, at most `p_per_account` of one account, and marks them `sending`
 * under `p_lease`. Only the oldest open message of a contact can be taken, which keeps the order. The first of every
 * account comes before the second of any; the walk over the accounts begins after `p_after`. Beside the bucket of
 * each account there is one of the installation.
 */
export const claimOutbound = `
CREATE OR REPLACE FUNCTION claim_outbound(p_lease uuid, p_limit integer, p_per_account integer, p_after uuid) RETURNS json
LANGUAGE plpgsql ${steadyPlans} AS $$
DECLARE
  c_most constant integer := 1024;
  c_zero constant uuid := '00000000-0000-0000-0000-000000000000';
  v_now timestamptz := clock_timestamp();
  v_accounts uuid[];
  v_ids uuid[];
  v_allowed integer[];
  v_private integer[];
  v_paused boolean[];
  v_picked uuid[];
  v_rows json;
  v_count integer := 0;
  v_share integer;
  v_more boolean := false;
  v_cursor uuid := p_after;
  v_tokens double precision;
  v_rate double precision;
  v_limit integer;
  v_held uuid[];
BEGIN
  v_accounts := ARRAY(SELECT accounts_with_queued(p_after, c_most));
  IF cardinality(v_accounts) < c_most AND p_after <> c_zero THEN
    v_accounts := v_accounts || ARRAY(
      SELECT w.id FROM accounts_with_queued(c_zero, c_most - cardinality(v_accounts)) AS w (id) WHERE w.id <= p_after);
  END IF;
  IF cardinality(v_accounts) = 0 THEN
    RETURN json_build_object('rows', '[]'::json, 'nextReadyInMs', NULL, 'cursor', c_zero, 'mayHaveMore', false);
  END IF;

  -- One row for all processes: claims take turns at it, which costs them a few milliseconds.
  SELECT least(p.messages_per_second * 2, p.tokens + ${sinceRefill} * p.messages_per_second), p.messages_per_second
  INTO v_tokens, v_rate FROM installation_pacing p FOR UPDATE;
  v_limit := least(p_limit, floor(v_tokens)::integer);
  IF v_limit < 1 THEN
    RETURN json_build_object('rows', '[]'::json, 'nextReadyInMs', ceil((1 - v_tokens) / v_rate * 1000),
                             'cursor', p_after, 'mayHaveMore', false);
  END IF;

  IF EXISTS (SELECT 1 FROM unnest(v_accounts) AS w (id)
             WHERE NOT EXISTS (SELECT 1 FROM account_pacing p WHERE p.instagram_account_id = w.id)) THEN
    INSERT INTO account_pacing (instagram_account_id, workspace_id)
    SELECT a.id, a.workspace_id FROM instagram_account a WHERE a.id = ANY (v_accounts)
    ON CONFLICT DO NOTHING;
  END IF;

  -- The lock on the pacing row makes the bucket hold across processes; whoever finds it locked goes on to other accounts.
  SELECT array_agg(q.id ORDER BY q.position), array_agg(q.allowed ORDER BY q.position),
         array_agg(q.private_allowed ORDER BY q.position), array_agg(q.is_paused ORDER BY q.position)
  INTO v_ids, v_allowed, v_private, v_paused
  FROM (
    SELECT w.position, a.id, a.paused_at IS NOT NULL AS is_paused,
           floor(bucket.tokens)::integer AS allowed,
           floor(bucket.private_tokens)::integer AS private_allowed
    FROM unnest(v_accounts) WITH ORDINALITY AS w (id, position)
    CROSS JOIN ${connectedAccount} AS a
    JOIN account_pacing p ON p.instagram_account_id = a.id
    CROSS JOIN ${bucket}
    WHERE bucket.tokens >= 1 AND (p.blocked_until IS NULL OR p.blocked_until <= v_now)
    FOR UPDATE OF p SKIP LOCKED
  ) AS q;

  IF v_ids IS NOT NULL THEN
    v_held := ARRAY(SELECT f.id FROM flow f WHERE f.instagram_account_id = ANY (v_ids) AND f.paused_at IS NOT NULL);
    -- With many accounts at work nobody needs a full slice; twice the fair share leaves room for those with little.
    v_share := least(p_per_account, ceil(2.0 * v_limit / cardinality(v_ids))::integer);
    WITH heads AS MATERIALIZED (
      SELECT h.id, h.kind, w.position, w.private_allowed,
             row_number() OVER (PARTITION BY w.position, h.kind = 'private_reply' ORDER BY h.n) AS same_kind,
             h.n, h.n >= v_share AND w.allowed > v_share AS is_share_full
      FROM unnest(v_ids, v_allowed, v_private, v_paused) WITH ORDINALITY
        AS w (account_id, allowed, private_allowed, is_paused, position)
      CROSS JOIN LATERAL (
        SELECT o.id, o.kind, row_number() OVER (ORDER BY o.priority, o.not_before, o.seq) AS n
        FROM outbound_message o
        WHERE o.instagram_account_id = w.account_id AND o.status = 'queued' AND o.not_before <= v_now
          AND (NOT o.is_automated OR NOT w.is_paused)
          AND (o.kind <> 'private_reply' OR w.private_allowed >= 1)
          -- A turn that was under way when its flow was paused may have queued this.
          AND (cardinality(v_held) = 0 OR NOT o.is_automated OR NOT EXISTS (
            SELECT 1 FROM flow_run r
            WHERE r.id = o.run_id AND (r.flow_id = ANY (v_held) OR r.standing_flow_id = ANY (v_held::text[]))))
          -- Written as a look-up of one row: a join might read the lanes of everybody for each message.
          AND o.seq = (
            SELECT e.seq FROM outbound_message e
            WHERE e.contact_id = o.contact_id AND ${blocksLane('e')} ORDER BY e.seq LIMIT 1)
        ORDER BY o.priority, o.not_before, o.seq LIMIT least(w.allowed, v_share)
      ) AS h
    )
    SELECT array_agg(p.id), (SELECT bool_or(h.is_share_full) FROM heads h) INTO v_picked, v_more FROM (
      SELECT h.id FROM heads h
      WHERE h.kind <> 'private_reply' OR h.same_kind <= h.private_allowed
      ORDER BY h.n, h.position LIMIT v_limit
    ) AS p;
  END IF;

  IF v_picked IS NOT NULL THEN
    WITH free AS (
      SELECT o.id FROM outbound_message o
      WHERE o.id = ANY (v_picked) AND o.status = 'queued' FOR UPDATE SKIP LOCKED
    ), taken AS (
      UPDATE outbound_message o
      SET status = 'sending', attempts = o.attempts + 1, lease_id = p_lease, sending_since = clock_timestamp()
      FROM free f WHERE o.id = f.id AND o.id = ANY (v_picked)
      RETURNING o.*
    ), spent AS (
      UPDATE account_pacing p
      SET tokens = least(s.burst, p.tokens + ${sinceRefill} * s.rate) - s.taken,
          private_reply_tokens = least(${privateReplyBurst},
            p.private_reply_tokens + ${sinceRefill} * ${privateRepliesPerSecond}) - s.private_taken,
          refilled_at = v_now
      FROM (
        SELECT t.instagram_account_id AS id, ${rate} AS rate, greatest(${rate}, 1) * 2 AS burst,
               t.taken, t.private_taken
        FROM (SELECT g.instagram_account_id, count(*) AS taken,
                     count(*) FILTER (WHERE g.kind = 'private_reply') AS private_taken
              FROM taken g GROUP BY 1) AS t
        JOIN instagram_account a ON a.id = t.instagram_account_id
      ) AS s
      WHERE p.instagram_account_id = s.id AND p.instagram_account_id = ANY (v_ids)
    )
    SELECT count(*), max(t.instagram_account_id::text)::uuid, json_agg(json_build_object(
      'id', t.id, 'lease', p_lease, 'accountId', t.instagram_account_id, 'contactId', t.contact_id, 'kind', t.kind,
      'isAutomated', t.is_automated, 'payload', t.payload, 'attempts', t.attempts, 'runId', t.run_id,
      'recipientId', c.instagram_user_id, 'accountInstagramId', a.instagram_user_id,
      'sealedToken', a.access_token_sealed, 'throttleCount', p.throttle_count,
      'createdAt', ${milliseconds('t.created_at')},
      'lastUserMessageAt', ${milliseconds('v.last_user_message_at')},
      'automationPausedUntil', ${milliseconds('v.automation_paused_until')},
      'optedOutAt', ${milliseconds('c.opted_out_at')},
      'dailyLimit', daily.most,
      'sentToday', CASE WHEN daily.most IS NOT NULL AND t.is_automated THEN (
        SELECT count_automated_today(t.conversation_id, t.id, v_now)) ELSE 0 END))
    INTO v_count, v_cursor, v_rows
    FROM taken t
    CROSS JOIN LATERAL (SELECT x.* FROM contact x WHERE x.id = t.contact_id OFFSET 0) AS c
    CROSS JOIN LATERAL (SELECT x.* FROM conversation x WHERE x.id = t.conversation_id OFFSET 0) AS v
    CROSS JOIN LATERAL (SELECT x.* FROM instagram_account x WHERE x.id = t.instagram_account_id OFFSET 0) AS a
    CROSS JOIN LATERAL (SELECT x.* FROM account_pacing x WHERE x.instagram_account_id = a.id OFFSET 0) AS p
    CROSS JOIN LATERAL (SELECT (a.settings->>'dailyMessagesPerContact')::integer AS most) AS daily;
  END IF;

  UPDATE installation_pacing SET tokens = v_tokens - v_count, refilled_at = greatest(refilled_at, v_now);

  RETURN json_build_object(
    'rows', coalesce(v_rows, '[]'::json),
    'nextReadyInMs', CASE WHEN v_count < v_limit
      THEN ${milliseconds('next_outbound_at(v_accounts, coalesce(v_ids, ARRAY[]::uuid[])) - clock_timestamp()')} END,
    'cursor', coalesce(CASE WHEN v_count > 0 THEN v_cursor END, v_accounts[cardinality(v_accounts)]),
    'mayHaveMore', v_count = v_limit OR coalesce(v_more, false) OR cardinality(v_accounts) >= c_most);
END $$;
`;
