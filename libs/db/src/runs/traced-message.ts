/** When a UUIDv7 was made. */
const madeAt = `to_timestamp(('x' || left(replace($1::text, '-', ''), 12))::bit(48)::bigint / 1000.0)`;

/**
 * The message $1 by its row in the outbox or by the event it came with, whatever its own time says. The id of an event is
 * made by the clock its receipt is dated by, before a batch is stored that may have to wait for the database.
 */
export const tracedMessage = `
  SELECT o.workspace_id, o.instagram_account_id, o.message_at
  FROM outbound_message o WHERE o.id = $1::uuid
  UNION ALL
  SELECT e.workspace_id, e.instagram_account_id, e.platform_at
  FROM inbound_event e
  WHERE e.received_at BETWEEN ${madeAt} - interval '1 minute' AND ${madeAt} + interval '2 minutes' AND e.id = $1::uuid`;
