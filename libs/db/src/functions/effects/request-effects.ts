/**
 * Writes what the turns of winning contacts ask of the outside; in the transaction of apply_turns, whose answer is
 * `p_applied`. A key that is there already is left alone.
 */
export const requestEffects = `
CREATE OR REPLACE FUNCTION request_effects(p_effects jsonb, p_applied json, p_now timestamptz) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE v_count integer;
BEGIN
  INSERT INTO flow_effect (key, workspace_id, instagram_account_id, contact_id, run_id, node_id, kind, request, due_at,
                           lease_ms, created_at)
  SELECT e.key, e."workspaceId", e."accountId", e."contactId", e."runId", e."nodeId", e.kind, e.request, p_now,
         e."leaseMs", p_now
  FROM jsonb_to_recordset(p_effects) AS e(key text, "workspaceId" uuid, "accountId" uuid, "contactId" uuid,
    "runId" uuid, "nodeId" text, kind text, request jsonb, "leaseMs" integer)
  WHERE e."contactId" IN (SELECT w.id::uuid FROM json_array_elements_text(p_applied->'winners') AS w(id))
  ORDER BY e.key
  ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS v_count = ROW_COUNT;
  RETURN v_count;
END $$;
`;
