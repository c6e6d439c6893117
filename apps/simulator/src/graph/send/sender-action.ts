import type { Person } from '../../persons/person';
import type { Simulation } from '../../simulation';
import { openThread } from '../../threads/open-thread';
import type { GraphAnswer, GraphCall } from '../graph-call';
import { readObject, readText } from '../read-params';
import { refusals } from '../refusals';
import { checkWindow } from './send-target';

const typingMs = 20_000;

/** Typing, seen and reactions. They answer with the recipient only and make no echo. */
export function performSenderAction(
  simulation: Simulation,
  input: { call: GraphCall; person: Person; action: string },
): GraphAnswer {
  const { call, person, action } = input;
  if (call.params['message'] !== undefined) throw refusals.actionWithMessage();
  checkWindow(simulation, call, person);
  const target = { accountId: call.account.userId, igsid: person.igsid };
  const thread = openThread(simulation, target);
  const now = simulation.clock.now();
  switch (action) {
    case 'typing_on':
      thread.typingUntil = now + typingMs;
      break;
    case 'typing_off':
      thread.typingUntil = 0;
      break;
    case 'mark_seen':
      thread.seenByBusinessAt = now;
      break;
    case 'react':
    case 'unreact':
      react(simulation, { call, igsid: person.igsid, isAdded: action === 'react' });
      break;
    default:
      throw refusals.badParameter(
        'Param sender_action must be one of {TYPING_ON, TYPING_OFF, MARK_SEEN, REACT, UNREACT}',
      );
  }
  simulation.changes.publish({ kind: 'thread', ...target });
  return { body: { recipient_id: person.igsid }, igsid: person.igsid };
}

function react(simulation: Simulation, input: { call: GraphCall; igsid: string; isAdded: boolean }): void {
  const payload = readObject(input.call.params, 'payload') ?? {};
  const message = simulation.world.messages.get(readText(payload, 'message_id') ?? '');
  if (!message || message.igsid !== input.igsid || message.isDeleted) {
    throw refusals.badParameter('Param payload[message_id] is not a message of this conversation');
  }
  const reaction = readText(payload, 'reaction');
  if (input.isAdded && !reaction) throw refusals.badParameter('Param payload[reaction] is required');
  message.businessReaction = input.isAdded ? (reaction === 'love' ? '❤️' : reaction) : undefined;
}
