import { createDataSource } from '@instaflow/db';
import { createTestDatabase } from './create-test-database';

describe('createTestDatabase', () => {
  it('copies the migrated template and drops it again', async () => {
    const database = await createTestDatabase();
    const source = createDataSource({
      url: database.url,
      role: 'owner',
      poolSize: 1,
      onError: () => undefined,
    });
    await source.initialize();
    expect(await source.showMigrations()).toBe(false);
    await source.destroy();
    await database.drop();
  });

  it('fails to drop while a connection is open, and names it', async () => {
    const database = await createTestDatabase();
    const source = createDataSource({
      url: database.url,
      role: 'owner',
      poolSize: 1,
      onError: () => undefined,
    });
    await source.initialize();
    await expect(database.drop()).rejects.toThrow('left open');
    await source.destroy();
  });
});
