/**
 * The parts of a period: whole hours that are counted, from "low" to "high", and what is read row by row: the rest, and
 * counted hours in which a slot of a chart begins (in time zones a fraction of an hour away), which are "broken".
 */
export const partsOfPeriod = `
CREATE OR REPLACE FUNCTION parts_of_period(p_from timestamptz, p_until timestamptz, p_slots timestamptz[],
  OUT low timestamptz, OUT high timestamptz, OUT broken timestamptz[], OUT begins timestamptz[], OUT ends timestamptz[])
LANGUAGE plpgsql STABLE AS $$
DECLARE v_counted timestamptz := (SELECT f.counted_until FROM figures_position f);
BEGIN
  low := date_trunc('hour', p_from + interval '1 hour' - interval '1 microsecond', 'UTC');
  high := date_trunc('hour', least(p_until, v_counted), 'UTC');
  IF low >= high THEN
    low := p_from;
    high := p_from;
    broken := '{}';
    begins := ARRAY[p_from];
    ends := ARRAY[p_until];
    RETURN;
  END IF;
  SELECT coalesce(array_agg(DISTINCT b.hour ORDER BY b.hour), '{}') INTO broken
  FROM (SELECT s.at, date_trunc('hour', s.at, 'UTC') AS hour FROM unnest(p_slots) AS s (at)) b
  WHERE b.at <> b.hour AND b.hour >= low AND b.hour < high;
  SELECT array_agg(e.at ORDER BY e.at), array_agg(e.till ORDER BY e.at) INTO begins, ends FROM (
    SELECT p_from, low UNION ALL SELECT high, p_until
    UNION ALL SELECT b.hour, b.hour + interval '1 hour' FROM unnest(broken) AS b (hour)) AS e (at, till)
  WHERE e.at < e.till;
END $$;
`;
