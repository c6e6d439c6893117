import { figureColumns, sumsOf } from './figure-columns';

const hasWritten = (row: string) => `EXISTS (
      SELECT FROM message_log m
      WHERE m.instagram_account_id = ${row}.instagram_account_id AND m.contact_id = ${row}.contact_id
        AND m.direction = 'inbound' AND m."timestamp" >= ${row}.hour
        AND m."timestamp" < ${row}.hour + interval '1 hour')`;

/** Adds differences to the hours before p_until; who wrote is looked up, for they may have come and gone since. */
export const addHourChanges = `
CREATE OR REPLACE FUNCTION add_hour_changes(p_until timestamptz, p_limit integer) RETURNS integer
LANGUAGE sql AS $$
WITH taken AS (
  DELETE FROM account_hour_change d
  WHERE d.id IN (SELECT o.id FROM account_hour_change o WHERE o.hour < p_until ORDER BY o.id LIMIT p_limit)
  RETURNING d.*
), people AS (
  SELECT DISTINCT t.instagram_account_id, t.hour, t.contact_id FROM taken t WHERE t.contact_id IS NOT NULL
), came AS (
  INSERT INTO account_hour_writer (instagram_account_id, hour, contact_id)
  SELECT p.* FROM people p WHERE ${hasWritten('p')}
  ON CONFLICT DO NOTHING
), went AS (
  DELETE FROM account_hour_writer w USING people p
  WHERE w.instagram_account_id = p.instagram_account_id AND w.hour = p.hour AND w.contact_id = p.contact_id
    AND NOT ${hasWritten('p')}
), added AS (
  INSERT INTO account_hour AS h (instagram_account_id, workspace_id, hour, ${figureColumns.join(', ')})
  SELECT t.instagram_account_id, t.workspace_id, t.hour, ${sumsOf('t')}
  FROM taken t GROUP BY 1, 2, 3
  ON CONFLICT (instagram_account_id, hour) DO UPDATE SET
    ${figureColumns.map((column) => `${column} = h.${column} + excluded.${column}`).join(', ')}
)
SELECT count(*)::integer FROM taken
$$;
REVOKE ALL ON FUNCTION add_hour_changes(timestamptz, integer) FROM PUBLIC, instaflow_app;
`;
