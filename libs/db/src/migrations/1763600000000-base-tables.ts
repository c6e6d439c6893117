import type { MigrationInterface, QueryRunner } from 'typeorm';
import { accountsAndFlows } from './base/accounts-and-flows';
import { conversations } from './base/conversations';
import { engine } from './base/engine';
import { isolation } from './base/isolation';
import { people } from './base/people';
import { roles } from './base/roles';

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
