import type { Account } from '../../accounts/account';
import type { Person } from '../../persons/person';
import type { GraphError } from '../graph-error';
import { refusals } from '../refusals';

/** Throws for an account that Meta keeps from the API altogether. */
export function checkAccountProblem({ problem }: Account): void {
  if (problem) throw refusals.known(problem);
}

const ofPerson: Record<NonNullable<Person['problem']>, () => GraphError> = {
  blocked_business: () => refusals.known('blocked_by_person'),
  cannot_receive: () => refusals.known('cannot_receive'),
  thread_archived: () => refusals.known('thread_archived'),
  abused: () => refusals.known('abusive_to_person'),
};

/** Throws for a person whom this message cannot reach. */
export function checkPersonProblem({ problem }: Person): void {
  if (problem) throw ofPerson[problem]();
}
