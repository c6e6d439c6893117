export const engine = `
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
