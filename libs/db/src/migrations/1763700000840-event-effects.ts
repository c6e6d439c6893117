import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rowLevelSecurity } from './row-level-security';

const columns = `
-- The link or advertisement through which the person came last, with the platform's time in milliseconds.
ALTER TABLE contact ADD COLUMN referral jsonb;

ALTER TABLE flow_trigger
  -- 'next': the first post after the trigger was made; 'one' and 'next' are bound by media_id once it is known.
  ADD COLUMN post_scope text NOT NULL DEFAULT 'all' CHECK (post_scope IN ('all', 'one', 'next')),
  ADD COLUMN media_id text,
  ADD COLUMN once_per_post boolean NOT NULL DEFAULT false,
  -- When its post is looked for at Instagram; null once it is found, or needs none.
  ADD COLUMN post_check_at timestamptz,
  ADD COLUMN post_checks integer NOT NULL DEFAULT 0;
UPDATE flow_trigger SET post_scope = 'one', post_check_at = now() WHERE post_permalink IS NOT NULL;
CREATE INDEX flow_trigger_post_check ON flow_trigger (post_check_at) WHERE post_check_at IS NOT NULL;

-- Ice breakers and the menu as they should be at Instagram. A change raises the revision, so that the outcome of
-- publishing an older one is not taken for its own.
CREATE TABLE messenger_profile (
  instagram_account_id uuid NOT NULL REFERENCES instagram_account (id) ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('ice_breakers', 'menu')),
  workspace_id uuid NOT NULL,
  sets jsonb NOT NULL,
  state text NOT NULL CHECK (state IN ('pending', 'published', 'failed', 'changed_elsewhere')),
  state_reason text,
  published_at timestamptz,
  revision integer NOT NULL DEFAULT 1,
  attempts integer NOT NULL DEFAULT 0,
  due_at timestamptz,
  PRIMARY KEY (instagram_account_id, kind)
);
CREATE INDEX messenger_profile_due ON messenger_profile (due_at) WHERE due_at IS NOT NULL;
${rowLevelSecurity('messenger_profile')}`;

export class EventEffects1763700000840 implements MigrationInterface {
  name = 'EventEffects1763700000840';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(columns);
  }

  down(): Promise<void> {
    return Promise.reject(
      new Error('Which posts triggers listen to cannot be taken back; restore a backup.'),
    );
  }
}
