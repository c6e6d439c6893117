import { steadyPlans } from '../plan-settings';

/**
 * Automated messages a contact got within 24 hours or may have got, beside one that is about to leave. A message counts from
 * when it left: quiet hours and pauses hold one for up to three days after it was written.
 */
export const countAutomatedToday = `
CREATE OR REPLACE FUNCTION count_automated_today(p_conversation uuid, p_besides uuid, p_now timestamptz) RETURNS bigint
LANGUAGE sql STABLE ${steadyPlans} AS $$
  SELECT count(*)
  FROM message_log m JOIN outbound_message o ON o.id = m.id
  WHERE m.conversation_id = p_conversation AND m."timestamp" > p_now - interval '75 hours' AND m.is_automated
    AND o.id <> p_besides AND o.status IN ('sending', 'sent', 'uncertain')
    AND (o.finished_at IS NULL OR o.finished_at > p_now - interval '24 hours')
$$;
`;
