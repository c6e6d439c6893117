/**
 * Nothing automated leaves for these people before `p_until`: neither what is queued, nor what a turn queues that began
 * before they said STOP, nor what is being sent and comes back. The turn that sees their STOP ends it.
 */
export const holdAutomated = `
CREATE OR REPLACE FUNCTION hold_automated(p_contacts uuid[], p_until timestamptz) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM contact c WHERE c.id = ANY (p_contacts) ORDER BY c.id FOR UPDATE;
  UPDATE contact c SET leaving_until = p_until WHERE c.id = ANY (p_contacts);
  UPDATE outbound_message o SET not_before = greatest(o.not_before, p_until)
  WHERE o.contact_id = ANY (p_contacts) AND o.status = 'queued' AND o.is_automated;
END $$;
`;
