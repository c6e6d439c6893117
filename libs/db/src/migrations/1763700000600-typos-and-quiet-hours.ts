import type { MigrationInterface, QueryRunner } from 'typeorm';

const columns = `
-- A trigger may forgive slips of the pen in its keywords.
ALTER TABLE flow_trigger ADD COLUMN allow_typos boolean NOT NULL DEFAULT false;

-- Set while quiet hours hold the message, see hold_quiet_messages; the log shows it as \`held_until\`.
ALTER TABLE outbound_message ADD COLUMN quiet_until timestamptz;
CREATE INDEX outbound_message_quiet ON outbound_message (quiet_until) WHERE quiet_until IS NOT NULL AND status = 'queued';
ALTER TABLE message_log ADD COLUMN held_until timestamptz;
`;

export class TyposAndQuietHours1763700000600 implements MigrationInterface {
  name = 'TyposAndQuietHours1763700000600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(columns);
  }

  down(): Promise<void> {
    return Promise.reject(
      new Error('Held messages would leave at once, in another order; restore a backup.'),
    );
  }
}
