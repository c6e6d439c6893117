import { createHash } from 'node:crypto';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { functions } from './index';

/** Goes up when functions go back to texts they had before: those would be taken for applied. */
const edition = 1;

/** After every other migration. */
const last = '9999999999999';

const checksum = createHash('sha256')
  .update([edition, ...functions].join('\n'))
  .digest('hex')
  .slice(0, 12);

/**
 * Replaces all functions by those of this program, once for every change of their texts: the name carries their checksum. An
 * older program that starts beside a newer one finds its own checksum applied long ago and changes nothing. What a
 * function answers or is given cannot be replaced: the migration that comes with such a change drops the old one.
 */
export class FunctionsOfToday implements MigrationInterface {
  name = `Functions_${checksum}_${last}`;

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of functions) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(
      new Error('Functions are replaced, not taken back: start the program they belong to.'),
    );
  }
}
