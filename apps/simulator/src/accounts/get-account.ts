import { ControlError } from '../state/control-error';
import type { World } from '../state/world';
import type { Account } from './account';

/** Finds an account by IG_ID, app-scoped id or username. Throws a ControlError when there is none. */
export function getAccount(world: World, key: string): Account {
  const account = world.accounts.get(key) ?? findByOtherKey(world, key);
  if (!account) throw new ControlError(404, `There is no account ${key}.`);
  return account;
}

function findByOtherKey(world: World, key: string): Account | undefined {
  for (const account of world.accounts.values()) {
    if (account.id === key || account.username === key) return account;
  }
  return undefined;
}
