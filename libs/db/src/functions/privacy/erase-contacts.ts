/**
 * Deletes people with everything known about them; the bytes of their media go with the next sweep. Repeatable: who is gone
 * already counts for nothing.
 */
export const eraseContacts = `
CREATE OR REPLACE FUNCTION erase_contacts(p_account uuid, p_contacts uuid[]) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE v_count integer;
BEGIN
  -- The order of locks is that of a turn, so that one under way ends before or finds nobody.
  PERFORM fence_contacts(p_contacts);
  DELETE FROM contact_wake w WHERE w.contact_id = ANY (p_contacts);
  DELETE FROM outbound_message o WHERE o.instagram_account_id = p_account AND o.contact_id = ANY (p_contacts);
  DELETE FROM message_log l
    WHERE l.conversation_id IN (SELECT v.id FROM conversation v WHERE v.contact_id = ANY (p_contacts));
  DELETE FROM media_fetch f WHERE f.contact_id = ANY (p_contacts);
  UPDATE media_file f SET expires_at = '-infinity', contact_id = NULL WHERE f.contact_id = ANY (p_contacts);
  DELETE FROM inbound_event i WHERE i.instagram_account_id = p_account AND i.contact_id = ANY (p_contacts);
  DELETE FROM contact_turn t WHERE t.contact_id = ANY (p_contacts);
  DELETE FROM flow_effect e WHERE e.contact_id = ANY (p_contacts);
  DELETE FROM flow_run r WHERE r.contact_id = ANY (p_contacts);
  DELETE FROM notification n WHERE n.contact_id = ANY (p_contacts);
  DELETE FROM conversation v WHERE v.contact_id = ANY (p_contacts);
  DELETE FROM contact c WHERE c.id = ANY (p_contacts);
  GET DIAGNOSTICS v_count = ROW_COUNT;
  RETURN v_count;
END $$;
`;
