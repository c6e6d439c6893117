import { runsAsEngine } from '../runs-as-engine';
import { ownPlans, walkInOrder } from './walk-in-order';

/**
 * One page of the conversations that match and hold a message, the latest message first, with the times they are sorted by.
 * A pattern is looked for in who the person is, and in the last message of the p_recent latest conversations: an index on
 * messages would cost every message.
 */
export const searchConversations = `
CREATE OR REPLACE FUNCTION search_conversations(p_account uuid, p_workspace uuid, p_pattern text, p_tag text, p_status text,
  p_is_unread boolean, p_is_unassigned boolean, p_assigned_to uuid, p_after_at timestamptz, p_after_id uuid,
  p_offset integer, p_limit integer, p_cap integer, p_recent integer, OUT ids uuid[], OUT keys text[], OUT total integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  SET max_parallel_workers_per_gather = 0 SET plan_cache_mode = force_custom_plan ${ownPlans} AS $$
DECLARE
  v_filter text := 'v.instagram_account_id = $1 AND v.workspace_id = $2 AND v.last_message_at IS NOT NULL'
    || CASE WHEN p_status IS NULL THEN '' ELSE ' AND v.status = $5' END
    || CASE WHEN p_is_unread IS NULL THEN '' WHEN p_is_unread THEN ' AND v.unread_count > 0'
            ELSE ' AND v.unread_count = 0' END
    || CASE WHEN p_is_unassigned THEN ' AND v.assigned_agent_id IS NULL' ELSE '' END
    || CASE WHEN p_assigned_to IS NULL THEN '' ELSE ' AND v.assigned_agent_id = $6' END;
  v_after text := CASE WHEN p_after_at IS NULL THEN '' ELSE ' AND (v.last_message_at, v.id) < ($7, $8)' END;
  v_people text := ' JOIN contact c ON c.id = v.contact_id AND ';
  v_from text := 'conversation v';
  v_found uuid[];
  v_others uuid[] := '{}';
  v_walked text := '';
BEGIN
  ids := '{}';
  keys := '{}';
  total := 0;
  IF NOT is_callers_account(p_account, p_workspace) THEN RETURN; END IF;
  IF p_pattern IS NOT NULL OR p_tag IS NOT NULL THEN
    v_from := v_from || v_people || contact_conditions(p_pattern, p_tag);
  END IF;
  IF p_pattern IS NOT NULL THEN
    -- Whose name matches too is found by it.
    EXECUTE format('SELECT ARRAY(
        SELECT v.id FROM (
          SELECT v.id, v.contact_id, v.last_message_preview FROM conversation v WHERE %s
          ORDER BY v.last_message_at DESC, v.id DESC LIMIT $7) v %s %s
        WHERE v.last_message_preview ILIKE $3
          AND (contact_search_text(c.instagram_username, c.first_name, c.last_name) ILIKE $3) IS NOT TRUE)',
                   v_filter, v_people, contact_conditions(NULL, p_tag))
      INTO v_others USING p_account, p_workspace, p_pattern, p_tag, p_status, p_assigned_to, p_recent;
  END IF;
  EXECUTE format('SELECT ARRAY(SELECT v.id FROM %s WHERE %s LIMIT $7)', v_from, v_filter)
    INTO v_found USING p_account, p_workspace, p_pattern, p_tag, p_status, p_assigned_to, p_cap;
  total := least(cardinality(v_found) + cardinality(v_others), p_cap);
  -- The planner cannot tell how many hold a pattern: few are sorted, of many the first are met on a walk in order.
  IF cardinality(v_found) < p_cap THEN
    v_others := v_others || v_found;
  ELSE
    ${walkInOrder}
    v_walked := format('(SELECT v.id, v.last_message_at FROM %s WHERE %s%s
      ORDER BY v.last_message_at DESC, v.id DESC LIMIT $9 + $10) UNION ALL', v_from, v_filter, v_after);
  END IF;
  EXECUTE format('SELECT coalesce(array_agg(p.id ORDER BY p.last_message_at DESC, p.id DESC), ''{}''),
        coalesce(array_agg(p.last_message_at::text ORDER BY p.last_message_at DESC, p.id DESC), ''{}'')
      FROM (SELECT * FROM (
        %s (SELECT v.id, v.last_message_at FROM conversation v WHERE v.id = ANY ($11)%s)
      ) AS found ORDER BY found.last_message_at DESC, found.id DESC OFFSET $9 LIMIT $10) AS p', v_walked, v_after)
    INTO ids, keys USING p_account, p_workspace, p_pattern, p_tag, p_status, p_assigned_to, p_after_at, p_after_id,
                         p_offset, p_limit, v_others;
END $$;${runsAsEngine('search_conversations(uuid, uuid, text, text, text, boolean, boolean, uuid, timestamptz, uuid, integer, integer, integer, integer)')}
`;
