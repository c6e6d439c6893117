import { ControlError } from '../state/control-error';
import type { World } from '../state/world';
import type { Person } from './person';

/** The person of this account with this IGSID. Throws a ControlError when there is none. */
export function getPerson(world: World, accountId: string, igsid: string): Person {
  const person = world.persons.get(igsid);
  if (!person || person.accountId !== accountId) {
    throw new ControlError(404, `The account ${accountId} knows no person ${igsid}.`);
  }
  return person;
}
