import { realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ServerAccount } from './server-account';

export type ServerCommand = { program: string; args: string[]; identity: Partial<ServerAccount> };

/**
 * How to run one of PostgreSQL's programs under its account. Root's own folders are often closed to everyone else
 * (`/root`, a folder of `mktemp`): where the account could not reach the program or the data, `setpriv` changes the
 * account and lets it pass through closed folders, instead of us opening them for everybody.
 */
export function serverCommand(options: {
  program: string;
  args: string[];
  account: ServerAccount | null;
  directory: string;
}): ServerCommand {
  const { program, args, account, directory } = options;
  if (account === null) return { program, args, identity: {} };
  if (canReach(program, account) && canReach(directory, account)) return { program, args, identity: account };
  const { uid, gid } = account;
  const rights = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
  return {
    program: 'setpriv',
    args: [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', ...rights, program, ...args],
    identity: {},
  };
}

/** Whether every folder above a path lets the account through. */
export function canReach(path: string, account: ServerAccount): boolean {
  const parent = dirname(realpathSync(path));
  const { mode, uid, gid } = statSync(parent);
  const needed = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
  if ((mode & needed) === 0) return false;
  return parent === dirname(parent) || canReach(parent, account);
}
