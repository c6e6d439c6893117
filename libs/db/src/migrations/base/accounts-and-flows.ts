export const accountsAndFlows = `
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
