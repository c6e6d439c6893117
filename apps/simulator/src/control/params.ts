import { z } from 'zod';
import { getAccount } from '../accounts/get-account';
import { getPerson } from '../persons/get-person';
import type { World } from '../state/world';

export const accountParams = z.object({ accountId: z.string() });
const personParams = z.object({ accountId: z.string(), igsid: z.string() });

/** The person an address names, with the account's IG_ID whatever id of it the address used. */
export function readTarget(world: World, params: unknown): { accountId: string; igsid: string } {
  const { accountId: key, igsid } = personParams.parse(params);
  const accountId = getAccount(world, key).userId;
  getPerson(world, accountId, igsid);
  return { accountId, igsid };
}
