import type { MigrationInterface, QueryRunner } from 'typeorm';

const columns = `
-- What the engine needs of an event; \`raw\` stays as delivered.
ALTER TABLE inbound_event ADD COLUMN event jsonb NOT NULL DEFAULT '{}';
-- When the first message of the contact was handled; the welcome message depends on it.
ALTER TABLE contact ADD COLUMN first_turn_at timestamptz;
-- Some deliveries name the Page instead of the Instagram user.
CREATE INDEX instagram_account_page ON instagram_account (instagram_page_id)
  WHERE instagram_page_id IS NOT NULL AND status <> 'disconnected';

-- Which of the 16 shards works a contact: the last bits of a UUID are random.
CREATE FUNCTION contact_shard(p_contact uuid) RETURNS smallint
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (get_byte(uuid_send(p_contact), 15) & 15)::smallint;

CREATE FUNCTION from_ms(p_ms double precision) RETURNS timestamptz
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN to_timestamp(p_ms / 1000.0);

CREATE FUNCTION to_ms(p_at timestamptz) RETURNS double precision
LANGUAGE sql STABLE PARALLEL SAFE
RETURN round(date_part('epoch', p_at) * 1000);

-- Never the same value twice, also after the row was deleted and came again: a late turn must not take a newer
-- wake-up for the one it saw. The step leaves room for those who only count one up.
CREATE SEQUENCE contact_wake_seq INCREMENT BY 1000 CACHE 20;
GRANT USAGE ON SEQUENCE contact_wake_seq TO instaflow_app, instaflow_engine;
ALTER TABLE contact_wake ALTER COLUMN seq SET DEFAULT nextval('contact_wake_seq');
`;

/**
 * The engine's role may not create tables, so the function does it as its owner. Partitions answer only through
 * their parent: read directly they would know no row-level security.
 */
const partitions = `
CREATE OR REPLACE FUNCTION ensure_message_partitions(first_month date, ahead integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  month date := date_trunc('month', first_month)::date;
  partition text;
  created integer := 0;
BEGIN
  FOR i IN 0..ahead LOOP
    partition := 'message_log_' || to_char(month, 'YYYYMM');
    IF to_regclass(partition) IS NULL THEN
      BEGIN
        EXECUTE format(
          'CREATE TABLE %I PARTITION OF message_log FOR VALUES FROM (%L) TO (%L)',
          partition,
          to_char(month, 'YYYY-MM-DD') || ' 00:00:00+00',
          to_char(month + interval '1 month', 'YYYY-MM-DD') || ' 00:00:00+00');
        EXECUTE format('REVOKE ALL ON %I FROM instaflow_app, instaflow_engine', partition);
        created := created + 1;
      EXCEPTION
        WHEN duplicate_table THEN NULL; -- another process was faster
        WHEN check_violation THEN NULL; -- the default partition holds rows of this month already, and keeps them
      END;
    END IF;
    month := (month + interval '1 month')::date;
  END LOOP;
  RETURN created;
END $$;
REVOKE EXECUTE ON FUNCTION ensure_message_partitions(date, integer) FROM PUBLIC, instaflow_app;

DO $$
DECLARE partition text;
BEGIN
  FOR partition IN SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = 'message_log'::regclass LOOP
    EXECUTE format('REVOKE ALL ON %s FROM instaflow_app, instaflow_engine', partition);
  END LOOP;
END $$;
`;

const intake = `
-- One event on its way through intake_events.
CREATE TYPE intake_row AS (
  id uuid, entry_id text, account_id uuid, workspace_id uuid, debounce interval,
  contact_instagram_id text, username text, contact_id uuid, conversation_id uuid,
  dedupe_key text, kind text, platform_at timestamptz, raw jsonb, event jsonb, status text, reason text,
  message_type text, content jsonb, preview text, opens_window boolean, is_debounced boolean, is_known boolean
);
`;

export class IntakeAndTurnFunctions1763600000010 implements MigrationInterface {
  name = 'IntakeAndTurnFunctions1763600000010';

  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [columns, partitions, intake]) await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(
      new Error('The columns of intake and turns cannot be taken back; restore a backup.'),
    );
  }
}
