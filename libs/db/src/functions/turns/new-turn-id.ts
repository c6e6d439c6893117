/** A UUIDv7 of that instant: its time in milliseconds in front, the rest random. */
export const newTurnId = `
CREATE OR REPLACE FUNCTION new_turn_id(p_at timestamptz) RETURNS uuid
LANGUAGE sql VOLATILE
RETURN (lpad(to_hex(floor(extract(epoch FROM p_at) * 1000)::bigint), 12, '0') || '7'
  || substr(replace(gen_random_uuid()::text, '-', ''), 14))::uuid;
`;
