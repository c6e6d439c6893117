import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Two roles stand beside the login of the connection: `instaflow_app` (the HTTP API, under row-level security by
 * the caller's workspaces) and `instaflow_engine` (intake, turns, delivery: all workspaces, explicit account ids).
 */
const roles = `
DO $$
DECLARE role_name text;
BEGIN
  FOREACH role_name IN ARRAY ARRAY['instaflow_app', 'instaflow_engine'] LOOP
    BEGIN
      IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = role_name) THEN
        EXECUTE format('CREATE ROLE %I NOLOGIN', role_name);
      END IF;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN
      NULL; -- another database of this server created it at the same moment
    END;
    IF NOT pg_has_role(current_user, role_name, 'MEMBER') THEN
      EXECUTE format('GRANT %I TO %I', role_name, current_user);
    END IF;
  END LOOP;
END $$;
`;

const people = `
CREATE TABLE subscription_plan (
  id uuid PRIMARY KEY,
  name text NOT NULL UNIQUE,
  description text NOT NULL DEFAULT '',
  price_monthly numeric(10, 2) NOT NULL DEFAULT 0,
  max_instagram_accounts integer NOT NULL,
  max_contacts integer NOT NULL,
  max_flows integer NOT NULL,
  features text[] NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE app_user (
  id uuid PRIMARY KEY,
  email text NOT NULL UNIQUE CHECK (email = lower(email)),
  password_hash text NOT NULL,
  first_name text NOT NULL DEFAULT '',
  last_name text NOT NULL DEFAULT '',
  platform_role text NOT NULL DEFAULT 'user' CHECK (platform_role IN ('admin', 'user', 'agent')),
  subscription_plan_id uuid REFERENCES subscription_plan (id),
  status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'inactive', 'suspended')),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);

-- One row per issued refresh token; a family is one session. A token used twice revokes its family.
CREATE TABLE refresh_token (
  id uuid PRIMARY KEY,
  family_id uuid NOT NULL,
  user_id uuid NOT NULL REFERENCES app_user (id) ON DELETE CASCADE,
  token_hash bytea NOT NULL UNIQUE,
  user_agent text,
  ip_address text,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  rotated_at timestamptz,
  revoked_at timestamptz
);
CREATE INDEX refresh_token_family ON refresh_token (family_id);
CREATE INDEX refresh_token_user ON refresh_token (user_id);

CREATE TABLE workspace (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  timezone text NOT NULL DEFAULT 'UTC',
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE workspace_member (
  workspace_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  user_id uuid NOT NULL REFERENCES app_user (id) ON DELETE CASCADE,
  role text NOT NULL CHECK (role IN ('owner', 'admin', 'editor', 'agent', 'viewer')),
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, user_id)
);
CREATE INDEX workspace_member_user ON workspace_member (user_id);

CREATE TABLE idempotency_key (
  user_id uuid NOT NULL REFERENCES app_user (id) ON DELETE CASCADE,
  key text NOT NULL,
  request_hash bytea NOT NULL,
  status integer,
  response jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (user_id, key)
);
`;

const accountsAndFlows = `
CREATE TABLE instagram_account (
  id uuid PRIMARY KEY,
  workspace_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  connected_by_user_id uuid REFERENCES app_user (id) ON DELETE SET NULL,
  instagram_page_id text,
  instagram_user_id text NOT NULL,
  instagram_username text NOT NULL,
  access_token_sealed text,
  token_expires_at timestamptz,
  status text NOT NULL DEFAULT 'connected' CHECK (status IN ('connected', 'disconnected', 'error')),
  status_reason text,
  is_simulated boolean NOT NULL DEFAULT false,
  settings jsonb NOT NULL DEFAULT '{}',
  paused_at timestamptz,
  disconnected_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
-- A webhook names the Instagram user id only: at most one live account may answer for it.
CREATE UNIQUE INDEX instagram_account_live ON instagram_account (instagram_user_id) WHERE status <> 'disconnected';
CREATE INDEX instagram_account_workspace ON instagram_account (workspace_id, id);

-- Token bucket and throttle of an account's sending; apart from the account because it changes with each send.
CREATE TABLE account_pacing (
  instagram_account_id uuid PRIMARY KEY REFERENCES instagram_account (id) ON DELETE CASCADE,
  workspace_id uuid NOT NULL,
  tokens double precision NOT NULL DEFAULT 1,
  private_reply_tokens double precision NOT NULL DEFAULT 10,
  refilled_at timestamptz NOT NULL DEFAULT now(),
  blocked_until timestamptz,
  block_reason text,
  throttle_count integer NOT NULL DEFAULT 0,
  last_webhook_at timestamptz
) WITH (fillfactor = 50);

CREATE TABLE flow (
  id uuid PRIMARY KEY,
  workspace_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  instagram_account_id uuid NOT NULL REFERENCES instagram_account (id) ON DELETE CASCADE,
  name text NOT NULL,
  description text NOT NULL DEFAULT '',
  flow_definition jsonb NOT NULL,
  status text NOT NULL DEFAULT 'draft' CHECK (status IN ('active', 'inactive', 'draft')),
  revision integer NOT NULL DEFAULT 1,
  published_version_id uuid,
  has_unpublished_changes boolean NOT NULL DEFAULT true,
  deleted_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX flow_account ON flow (instagram_account_id, id) WHERE deleted_at IS NULL;

-- Immutable: a run pins one of these for its whole life.
CREATE TABLE flow_version (
  id uuid PRIMARY KEY,
  workspace_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  flow_id uuid NOT NULL REFERENCES flow (id) ON DELETE CASCADE,
  version integer NOT NULL,
  definition jsonb NOT NULL,
  note text NOT NULL DEFAULT '',
  published_by_user_id uuid REFERENCES app_user (id) ON DELETE SET NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (flow_id, version)
);
ALTER TABLE flow ADD FOREIGN KEY (published_version_id) REFERENCES flow_version (id);

CREATE TABLE flow_trigger (
  id uuid PRIMARY KEY,
  workspace_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  instagram_account_id uuid NOT NULL REFERENCES instagram_account (id) ON DELETE CASCADE,
  flow_id uuid NOT NULL REFERENCES flow (id) ON DELETE CASCADE,
  type text NOT NULL,
  keyword text,
  match text NOT NULL DEFAULT 'contains_word',
  exclude_keywords text[] NOT NULL DEFAULT '{}',
  priority integer NOT NULL DEFAULT 0,
  once_per_contact_hours integer,
  post_permalink text,
  public_replies text[] NOT NULL DEFAULT '{}',
  status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'inactive')),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX flow_trigger_account ON flow_trigger (instagram_account_id, id);
CREATE INDEX flow_trigger_flow ON flow_trigger (flow_id, id);

-- Raised by every change the engine's cache of an account must notice (settings, triggers, published flows).
CREATE TABLE account_revision (
  instagram_account_id uuid PRIMARY KEY REFERENCES instagram_account (id) ON DELETE CASCADE,
  workspace_id uuid NOT NULL,
  revision bigint NOT NULL DEFAULT 1
);
`;

const conversations = `
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

const engine = `
-- Every event acknowledged to Meta, once. \`raw\` is the entry as delivered, kept for audit.
CREATE TABLE inbound_event (
  id uuid NOT NULL,
  workspace_id uuid NOT NULL,
  instagram_account_id uuid NOT NULL,
  contact_id uuid,
  dedupe_key text NOT NULL,
  kind text NOT NULL,
  platform_at timestamptz NOT NULL,
  raw jsonb NOT NULL,
  message_id uuid,
  received_at timestamptz NOT NULL DEFAULT now(),
  status text NOT NULL DEFAULT 'received' CHECK (status IN ('received', 'consumed', 'ignored', 'unhandled')),
  reason text,
  turn_id uuid,
  PRIMARY KEY (instagram_account_id, dedupe_key)
);
CREATE INDEX inbound_event_open ON inbound_event (contact_id, platform_at, id) WHERE status = 'received';
CREATE INDEX inbound_event_received ON inbound_event (received_at);

-- Events no account of this installation answers for; kept so that a later connection can explain them.
CREATE TABLE unrouted_event (
  id uuid PRIMARY KEY,
  entry_id text NOT NULL,
  raw jsonb NOT NULL,
  received_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX unrouted_event_received ON unrouted_event (received_at);

-- When a contact next needs a turn: the end of a debounce window, a cooldown, a wait. The only timer there is.
-- \`seq\` tells a turn that something arrived while it was being decided.
CREATE TABLE contact_wake (
  contact_id uuid PRIMARY KEY,
  workspace_id uuid NOT NULL,
  instagram_account_id uuid NOT NULL,
  shard smallint NOT NULL,
  wake_at timestamptz NOT NULL,
  seq bigint NOT NULL DEFAULT 1,
  attempts smallint NOT NULL DEFAULT 0
) WITH (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500);
CREATE INDEX contact_wake_due ON contact_wake (shard, wake_at);

CREATE TABLE flow_run (
  id uuid PRIMARY KEY,
  workspace_id uuid NOT NULL,
  instagram_account_id uuid NOT NULL,
  contact_id uuid NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
  flow_id uuid NOT NULL,
  flow_version_id uuid NOT NULL,
  trigger_id uuid,
  status text NOT NULL CHECK (status IN
    ('running', 'waiting', 'completed', 'failed', 'replaced', 'taken_over', 'expired', 'cancelled')),
  waiting_for text CHECK (waiting_for IN ('input', 'timer', 'effect')),
  node_id text,
  state jsonb NOT NULL,
  step_count integer NOT NULL DEFAULT 0,
  wake_at timestamptz,
  end_reason text,
  started_at timestamptz NOT NULL DEFAULT now(),
  ended_at timestamptz
) WITH (fillfactor = 70);
CREATE UNIQUE INDEX flow_run_open ON flow_run (contact_id) WHERE status IN ('running', 'waiting');
CREATE INDEX flow_run_flow ON flow_run (flow_id, started_at);

-- The trace: one row per turn says what arrived, what was considered and why it lost, and what ran.
CREATE TABLE contact_turn (
  id uuid PRIMARY KEY,
  workspace_id uuid NOT NULL,
  instagram_account_id uuid NOT NULL,
  contact_id uuid NOT NULL,
  run_id uuid,
  flow_id uuid,
  at timestamptz NOT NULL,
  outcome text NOT NULL,
  candidates jsonb NOT NULL DEFAULT '[]',
  steps jsonb NOT NULL DEFAULT '[]'
);
CREATE INDEX contact_turn_contact ON contact_turn (contact_id, id DESC);
CREATE INDEX contact_turn_flow ON contact_turn (flow_id, at) WHERE flow_id IS NOT NULL;

-- The outbox. \`id\` is the id of the message in message_log (at \`message_at\`); \`seq\` is the order within a contact.
CREATE TABLE outbound_message (
  id uuid PRIMARY KEY,
  message_at timestamptz NOT NULL,
  workspace_id uuid NOT NULL,
  instagram_account_id uuid NOT NULL,
  contact_id uuid NOT NULL,
  conversation_id uuid NOT NULL,
  seq bigint NOT NULL,
  priority smallint NOT NULL,
  kind text NOT NULL CHECK (kind IN ('message', 'private_reply', 'comment_reply')),
  is_automated boolean NOT NULL,
  payload jsonb NOT NULL,
  idempotency_key text NOT NULL,
  run_id uuid,
  node_id text,
  not_before timestamptz NOT NULL DEFAULT now(),
  created_at timestamptz NOT NULL DEFAULT now(),
  status text NOT NULL DEFAULT 'queued' CHECK (status IN
    ('queued', 'sending', 'sent', 'failed', 'cancelled', 'uncertain')),
  attempts smallint NOT NULL DEFAULT 0,
  lease_id uuid,
  sending_since timestamptz,
  mid text,
  error_code text,
  error_message text,
  finished_at timestamptz,
  UNIQUE (idempotency_key)
) WITH (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500);
CREATE INDEX outbound_message_ready ON outbound_message (instagram_account_id, priority, not_before, seq) WHERE status = 'queued';
CREATE INDEX outbound_message_lane ON outbound_message (contact_id, seq) WHERE status IN ('queued', 'sending', 'uncertain');
CREATE INDEX outbound_message_inflight ON outbound_message (sending_since) WHERE status IN ('sending', 'uncertain');

-- Tail of changes for browsers. Losing it in a crash only makes clients read again, hence unlogged.
-- Read in the order of (xid, id) below the oldest running transaction, so that no late commit is skipped.
CREATE UNLOGGED TABLE realtime_event (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  workspace_id uuid NOT NULL,
  instagram_account_id uuid NOT NULL,
  type text NOT NULL,
  entity_id uuid NOT NULL,
  entity_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX realtime_event_tail ON realtime_event (xid, id);
CREATE INDEX realtime_event_created ON realtime_event (created_at);
`;

const tenantTables = [
  'instagram_account',
  'account_pacing',
  'account_revision',
  'flow',
  'flow_version',
  'flow_trigger',
  'contact',
  'conversation',
  'message_log',
  'inbound_event',
  'contact_wake',
  'flow_run',
  'contact_turn',
  'outbound_message',
  'realtime_event',
];

/** `app.workspace_ids` is an array literal such as `{uuid,uuid}`; unset or empty means: sees nothing. */
const callerWorkspaces = `ANY ((NULLIF(current_setting('app.workspace_ids', true), ''))::uuid[])`;

const rowLevelSecurity = (table: string, key: string) => `
ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
CREATE POLICY ${table}_app ON ${table} TO instaflow_app
  USING (${key} = ${callerWorkspaces}) WITH CHECK (${key} = ${callerWorkspaces});
CREATE POLICY ${table}_engine ON ${table} TO instaflow_engine USING (true) WITH CHECK (true);
`;

const isolation = `
${tenantTables.map((table) => rowLevelSecurity(table, 'workspace_id')).join('\n')}
${rowLevelSecurity('workspace', 'id')}
${rowLevelSecurity('workspace_member', 'workspace_id')}

GRANT USAGE ON SCHEMA public TO instaflow_app, instaflow_engine;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO instaflow_app, instaflow_engine;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO instaflow_app, instaflow_engine;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO instaflow_app, instaflow_engine;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO instaflow_app, instaflow_engine;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO instaflow_app, instaflow_engine;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT EXECUTE ON FUNCTIONS TO instaflow_app, instaflow_engine;
-- Credentials and sessions are not the business of a request under a workspace.
REVOKE ALL ON refresh_token, unrouted_event, idempotency_key FROM instaflow_app;
REVOKE ALL ON app_user FROM instaflow_app;
GRANT SELECT (id, email, first_name, last_name, status) ON app_user TO instaflow_app;
`;

export class BaseTables1763600000000 implements MigrationInterface {
  name = 'BaseTables1763600000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [roles, people, accountsAndFlows, conversations, engine, isolation]) {
      await runner.query(statements);
    }
  }

  down(): Promise<void> {
    return Promise.reject(
      new Error('The base tables cannot be taken back; restore a backup or drop the database.'),
    );
  }
}
