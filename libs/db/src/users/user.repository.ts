import type { Tx } from '../transaction';
import { UserEntity } from './user.entity';

/** Users, read and written in the engine's role: credentials are no business of a workspace's transaction. */
export const userRepository = {
  findById: (tx: Tx, id: string): Promise<UserEntity | null> => tx.findOneBy(UserEntity, { id }),

  /** `email` in lower case. */
  findByEmail: (tx: Tx, email: string): Promise<UserEntity | null> => tx.findOneBy(UserEntity, { email }),

  /**
   * Stores a new user. The first user of an installation becomes its administrator.
   * Answers null when the e-mail address is taken.
   */
  async create(
    tx: Tx,
    user: Pick<UserEntity, 'id' | 'email' | 'passwordHash' | 'firstName' | 'lastName'>,
  ): Promise<UserEntity | null> {
    // Two first users at the same moment must not both become administrator.
    await tx.query(`SELECT pg_advisory_xact_lock(7246012) WHERE NOT EXISTS (SELECT 1 FROM app_user)`);
    const inserted: unknown[] = await tx.query(
      `INSERT INTO app_user (id, email, password_hash, first_name, last_name, platform_role)
       SELECT $1, $2, $3, $4, $5,
              CASE WHEN EXISTS (SELECT 1 FROM app_user) THEN 'user' ELSE 'admin' END
       ON CONFLICT (email) DO NOTHING
       RETURNING id`,
      [user.id, user.email, user.passwordHash, user.firstName, user.lastName],
    );
    return inserted.length === 0 ? null : userRepository.findById(tx, user.id);
  },

  async update(
    tx: Tx,
    id: string,
    changes: Partial<Pick<UserEntity, 'firstName' | 'lastName' | 'passwordHash'>>,
  ): Promise<UserEntity | null> {
    await tx.update(UserEntity, { id }, { ...changes, updatedAt: () => 'now()' });
    return userRepository.findById(tx, id);
  },
};
