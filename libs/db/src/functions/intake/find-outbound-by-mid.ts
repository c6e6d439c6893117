import { lookUpByIndex } from '../plan-settings';

/** When the account's message with this id was logged; null when it is none of ours. */
export const findOutboundByMid = `
CREATE OR REPLACE FUNCTION find_outbound_by_mid(p_account uuid, p_mid text, p_after timestamptz) RETURNS timestamptz
LANGUAGE plpgsql STABLE ${lookUpByIndex} SET enable_sort = off SET jit = off AS $$
BEGIN
  RETURN (
    SELECT m."timestamp" FROM message_log m
    WHERE m.instagram_account_id = p_account AND m.mid BETWEEN p_mid AND p_mid AND m."timestamp" > p_after
      AND m.direction = 'outbound'
    ORDER BY m.mid LIMIT 1);
END $$;
`;
