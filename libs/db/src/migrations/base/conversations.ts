export const conversations = `
-- \`version\` is the fence of turn-taking: a turn is applied only onto the version it was decided on.
-- Columns that change with each turn carry no index, so that updates stay heap-only.
CREATE TABLE contact (
  id uuid PRIMARY KEY,
  workspace_id uuid NOT NULL,
  instagram_account_id uuid NOT NULL REFERENCES instagram_account (id) ON DELETE CASCADE,
  instagram_user_id text NOT NULL,
  instagram_username text,
  first_name text,
  last_name text,
  profile_picture_url text,
  is_follower boolean,
  profile_fetched_at timestamptz,
  profile_attempts smallint NOT NULL DEFAULT 0,
  tags text[] NOT NULL DEFAULT '{}',
  custom_attributes jsonb NOT NULL DEFAULT '{}',
  current_flow_id uuid,
  current_flow_step_node_id text,
  flow_context jsonb NOT NULL DEFAULT '{}',
  opted_out_at timestamptz,
  last_interaction_at timestamptz,
  version bigint NOT NULL DEFAULT 0,
  next_outbound_seq bigint NOT NULL DEFAULT 1,
  trigger_history jsonb NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (instagram_account_id, instagram_user_id)
) WITH (fillfactor = 70);
CREATE INDEX contact_account ON contact (instagram_account_id, id);

-- Exactly one per contact.
CREATE TABLE conversation (
  id uuid PRIMARY KEY,
  workspace_id uuid NOT NULL,
  instagram_account_id uuid NOT NULL REFERENCES instagram_account (id) ON DELETE CASCADE,
  contact_id uuid NOT NULL UNIQUE REFERENCES contact (id) ON DELETE CASCADE,
  status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'pending_human', 'scheduled', 'closed')),
  assigned_agent_id uuid REFERENCES app_user (id) ON DELETE SET NULL,
  last_message_id uuid,
  last_message_at timestamptz,
  last_message_preview text,
  last_message_direction text,
  unread_count integer NOT NULL DEFAULT 0,
  -- The messaging window closes 24 h after this; only messages and taps move it, comments do not.
  last_user_message_at timestamptz,
  last_bot_message_at timestamptz,
  last_default_reply_at timestamptz,
  cooldown_until timestamptz,
  automation_paused_until timestamptz,
  qualification_state text NOT NULL DEFAULT 'new',
  ai_enabled boolean NOT NULL DEFAULT true,
  context jsonb NOT NULL DEFAULT '{}',
  started_at timestamptz NOT NULL DEFAULT now(),
  closed_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
) WITH (fillfactor = 70);
CREATE INDEX conversation_account ON conversation (instagram_account_id, last_message_at DESC, id DESC);

-- Keyed by the platform's time, which a webhook retry does not change.
CREATE TABLE message_log (
  id uuid NOT NULL,
  "timestamp" timestamptz NOT NULL,
  workspace_id uuid NOT NULL,
  instagram_account_id uuid NOT NULL,
  contact_id uuid NOT NULL,
  conversation_id uuid NOT NULL,
  direction text NOT NULL CHECK (direction IN ('inbound', 'outbound')),
  type text NOT NULL,
  content jsonb NOT NULL,
  is_automated boolean NOT NULL DEFAULT false,
  delivery_status text NOT NULL,
  error_code text,
  error_message text,
  mid text,
  sent_by_user_id uuid,
  flow_id uuid,
  run_id uuid,
  node_id text,
  is_consolidated boolean NOT NULL DEFAULT false,
  original_mids text[] NOT NULL DEFAULT '{}',
  PRIMARY KEY ("timestamp", id)
) PARTITION BY RANGE ("timestamp");
CREATE INDEX message_log_conversation ON message_log (conversation_id, "timestamp" DESC, id DESC);
CREATE INDEX message_log_mid ON message_log (instagram_account_id, mid) WHERE mid IS NOT NULL;
CREATE INDEX message_log_account ON message_log (instagram_account_id, "timestamp");
CREATE TABLE message_log_default PARTITION OF message_log DEFAULT;

-- Creates the partitions of the given month and the \`ahead\` months after it; repeatable.
CREATE FUNCTION ensure_message_partitions(first_month date, ahead integer) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
  month date := date_trunc('month', first_month)::date;
  created integer := 0;
BEGIN
  FOR i IN 0..ahead LOOP
    IF to_regclass(format('message_log_%s', to_char(month, 'YYYYMM'))) IS NULL THEN
      EXECUTE format(
        'CREATE TABLE %I PARTITION OF message_log FOR VALUES FROM (%L) TO (%L)',
        'message_log_' || to_char(month, 'YYYYMM'),
        to_char(month, 'YYYY-MM-DD') || ' 00:00:00+00',
        to_char(month + interval '1 month', 'YYYY-MM-DD') || ' 00:00:00+00');
      created := created + 1;
    END IF;
    month := (month + interval '1 month')::date;
  END LOOP;
  RETURN created;
END $$;
SELECT ensure_message_partitions((now() - interval '1 month')::date, 4);
`;
