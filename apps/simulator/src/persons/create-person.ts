import type { Simulation } from '../simulation';
import { ControlError } from '../state/control-error';
import type { Person } from './person';

export type NewPerson = {
  username?: string;
  name?: string;
  follows?: boolean;
  igsid?: string;
  isVerified?: boolean;
  followerCount?: number;
};

/** Adds a person as one account sees them. */
export function createPerson(simulation: Simulation, accountId: string, input: NewPerson): Person {
  const { world, ids, clock, changes } = simulation;
  const igsid = input.igsid ?? ids.igsid();
  if (world.persons.has(igsid)) throw new ControlError(409, `The person ${igsid} exists.`);
  const username = input.username ?? `guest_${ids.short()}`;
  const person: Person = {
    igsid,
    accountId,
    username,
    name: input.name ?? username,
    follows: input.follows ?? true,
    isFollowedByBusiness: false,
    isVerified: input.isVerified ?? false,
    followerCount: input.followerCount ?? 120,
    hasConsented: false,
    isUnavailable: false,
    isDeleted: false,
    problem: null,
    pendingReferral: null,
    createdAt: clock.now(),
  };
  world.persons.set(igsid, person);
  changes.publish({ kind: 'person', accountId, igsid });
  return person;
}
