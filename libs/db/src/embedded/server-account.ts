import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { AppError } from '@instaflow/platform';

export type ServerAccount = { uid: number; gid: number };

const run = promisify(execFile);

/**
 * The account PostgreSQL runs under: null for our own. PostgreSQL refuses to run as root, so root uses the account
 * `postgres` and creates it where it is missing.
 */
export async function findServerAccount(): Promise<ServerAccount | null> {
  if (process.getuid?.() !== 0) return null;
  try {
    return await accountOf('postgres').catch(createAccount);
  } catch (cause) {
    throw new AppError({
      code: 'embedded_postgres_account',
      kind: 'operational',
      message:
        'PostgreSQL cannot run as root and the account "postgres" could not be created. Start the program as an ordinary user, or set DATABASE_URL.',
      cause,
    });
  }
}

async function createAccount(): Promise<ServerAccount> {
  await run('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
  return accountOf('postgres');
}

async function accountOf(name: string): Promise<ServerAccount> {
  const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}
