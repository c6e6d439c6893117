/** The key intake gave an event, also where a long one was shortened. */
export const eventKey = `
CREATE OR REPLACE FUNCTION event_key(p_key text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN length(p_key) <= 512 THEN p_key
  ELSE 'long:' || left(encode(sha256(convert_to(p_key, 'UTF8')), 'hex'), 40) END;
`;
