import { rowLevelSecurity } from '../row-level-security';

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

export const isolation = `
${tenantTables.map((table) => rowLevelSecurity(table)).join('\n')}
${rowLevelSecurity('workspace', 'id')}
${rowLevelSecurity('workspace_member')}

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
