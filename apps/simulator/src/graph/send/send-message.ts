import type { Simulation } from '../../simulation';
import { storeMessage } from '../../threads/store-message';
import { requireScope } from '../authenticate';
import type { GraphAnswer, GraphCall } from '../graph-call';
import { readObject, readText } from '../read-params';
import { refusals } from '../refusals';
import { answerSend, createOutgoing } from './create-outgoing';
import { readContent, type Content } from './read-content';
import { sendPrivateReply } from './send-private-reply';
import { performSenderAction } from './sender-action';
import { checkWindow, findSendTarget } from './send-target';

const secondMs = 1000;
const minuteMs = 60 * secondMs;

/** POST /{IG_ID}/messages in all its forms. */
export function sendMessage(simulation: Simulation, call: GraphCall): GraphAnswer {
  const recipient = readObject(call.params, 'recipient');
  if (recipient?.['comment_id'] !== undefined) return sendPrivateReply(simulation, call);
  requireScope(call.token, 'manage_messages');
  const person = findSendTarget(simulation, call);
  const action = readText(call.params, 'sender_action');
  if (action !== undefined) return performSenderAction(simulation, { call, person, action });
  checkWindow(simulation, call, person);
  const content = readContent(simulation, call);
  const replyToMid = readReplyTo(simulation, call, person.igsid);
  checkSendRate(simulation, call, content);
  checkThreadRate(simulation, person.igsid);
  const message = createOutgoing(simulation, call, { igsid: person.igsid, content, replyToMid });
  storeMessage(simulation, message);
  return answerSend(simulation, message);
}

function readReplyTo(simulation: Simulation, call: GraphCall, igsid: string): string | undefined {
  if (call.params['reply_to'] === undefined) return undefined;
  const mid = readText(readObject(call.params, 'reply_to') ?? {}, 'mid') ?? '';
  if (simulation.world.messages.get(mid)?.igsid !== igsid) {
    throw refusals.badParameter('Param reply_to[mid] is not a message of this conversation');
  }
  return mid;
}

function checkSendRate(simulation: Simulation, call: GraphCall, content: Content): void {
  const { world, rates } = simulation;
  const isHeavy = content.attachments?.some(({ type }) => type === 'audio' || type === 'video') ?? false;
  const limit = isHeavy ? world.switches.mediaPerSecond : world.switches.messagesPerSecond;
  const key = `${isHeavy ? 'media' : 'text'}/${call.account.userId}`;
  if (!rates.tryTake({ key, limit, windowMs: secondMs })) throw refusals.tooFast(world.switches);
}

/** Meta stops a business that writes too often to one person; the number is not published. */
function checkThreadRate({ world, rates }: Simulation, igsid: string): void {
  const limit = world.switches.messagesPerThreadPerMinute;
  if (!rates.tryTake({ key: `thread/${igsid}`, limit, windowMs: minuteMs })) {
    throw refusals.known('abusive_to_person');
  }
}
