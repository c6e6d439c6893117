import type { Person } from '../../persons/person';
import type { Simulation } from '../../simulation';
import type { GraphCall } from '../graph-call';
import { readObject, readText } from '../read-params';
import { refusals } from '../refusals';
import { checkAccountProblem, checkPersonProblem } from './check-problem';

const hourMs = 3_600_000;
const windowMs = 24 * hourMs;
const humanAgentWindowMs = 7 * 24 * hourMs;

/** The person a message goes to, after every check that comes before its content, in Meta's order. */
export function findSendTarget(simulation: Simulation, call: GraphCall): Person {
  const { world } = simulation;
  checkAccountMayWrite(simulation, call);
  const id = readText(readObject(call.params, 'recipient') ?? {}, 'id');
  if (!id) throw refusals.badParameter('The parameter recipient is required');
  const person = world.persons.get(id);
  if (!person || person.accountId !== call.account.userId || person.isDeleted)
    throw refusals.noSuchRecipient();
  if (person.isUnavailable) throw refusals.personUnavailable(world.switches);
  checkPersonProblem(person);
  if (call.account.isMessageAccessOff) throw refusals.messageAccessOff();
  if (world.threads.get(id)?.owner === 'other') throw refusals.otherAppOwnsThread();
  return person;
}

export function checkAccountMayWrite(simulation: Simulation, call: GraphCall): void {
  if (simulation.world.switches.standardAccess) throw refusals.noRole();
  checkAccountProblem(call.account);
  if (call.account.isMessagingBlocked) throw refusals.messagingBlocked();
  if (call.account.isRestricted) throw refusals.restricted();
}

/** 24 hours after the person's last word; seven days with the HUMAN_AGENT tag. */
export function checkWindow(simulation: Simulation, call: GraphCall, person: Person): void {
  const { world, clock } = simulation;
  const openedAt = world.threads.get(person.igsid)?.windowOpenedAt ?? null;
  const allowedMs = isHumanAgent(simulation, call) ? humanAgentWindowMs : windowMs;
  if (openedAt === null || clock.now() - openedAt > allowedMs) throw refusals.outsideWindow(world.switches);
}

function isHumanAgent(simulation: Simulation, call: GraphCall): boolean {
  const tag = readText(call.params, 'tag');
  const messagingType = readText(call.params, 'messaging_type');
  if (messagingType && !['RESPONSE', 'UPDATE', 'MESSAGE_TAG'].includes(messagingType)) {
    throw refusals.badParameter('Param messaging_type must be one of {RESPONSE, UPDATE, MESSAGE_TAG}');
  }
  if (!tag) {
    if (messagingType === 'MESSAGE_TAG') throw refusals.badParameter('A tag is required with MESSAGE_TAG');
    return false;
  }
  if (tag !== 'HUMAN_AGENT') throw refusals.badParameter(`The message tag ${tag} is not supported`);
  if (!simulation.world.switches.humanAgentFeature) throw refusals.missingScope('Human Agent');
  return true;
}
