import { steadyPlans } from '../plan-settings';

/** Whether an echo is of a message of ours: known by its id, matched now by its text, perhaps still under way, or foreign. */
export const matchEcho = `
CREATE OR REPLACE FUNCTION match_echo(p_account uuid, p_contact uuid, p_mid text, p_text text, p_at timestamptz) RETURNS text
LANGUAGE plpgsql ${steadyPlans} AS $$
DECLARE v_id uuid;
BEGIN
  IF EXISTS (SELECT 1 FROM message_log m WHERE m.instagram_account_id = p_account AND m.mid = p_mid) THEN
    RETURN 'known';
  END IF;
  SELECT o.id INTO v_id FROM outbound_message o
  WHERE o.contact_id = p_contact AND o.status IN ('sending', 'uncertain') AND o.mid IS NULL
    AND o.kind <> 'comment_reply' AND o.sending_since <= p_at + interval '5 seconds'
    AND CASE WHEN p_text IS NULL
      THEN o.payload->'message' ?| ARRAY['media', 'elements', 'buttons']
      ELSE btrim(regexp_replace(o.payload->'message'->>'text', '\\s+', ' ', 'g'))
         = btrim(regexp_replace(p_text, '\\s+', ' ', 'g')) END
  ORDER BY o.seq LIMIT 1 FOR UPDATE;
  IF FOUND THEN
    PERFORM settle_outbound(jsonb_build_array(jsonb_build_object('id', v_id, 'status', 'sent', 'mid', p_mid)));
    RETURN 'matched';
  END IF;
  IF EXISTS (SELECT 1 FROM outbound_message o WHERE o.contact_id = p_contact AND o.kind <> 'comment_reply'
             AND o.status IN ('sending', 'uncertain') AND o.finished_at IS NULL) THEN
    RETURN 'in_flight';
  END IF;
  RETURN 'foreign';
END $$;
`;
