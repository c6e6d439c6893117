/** Raises the version of contacts, so that a turn being decided at this moment loses. */
export const fenceContacts = `
CREATE OR REPLACE FUNCTION fence_contacts(p_contacts uuid[]) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM contact c WHERE c.id = ANY (p_contacts) ORDER BY c.id FOR UPDATE;
  UPDATE contact c SET version = c.version + 1 WHERE c.id = ANY (p_contacts);
END $$;
`;
