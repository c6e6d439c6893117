import type { Simulation } from '../../simulation';
import { createEcho } from '../../threads/create-echo';
import type { Message } from '../../threads/message';
import type { GraphAnswer, GraphCall } from '../graph-call';
import { readText } from '../read-params';
import type { Content } from './read-content';

/** The message as stored, from what the call says. */
export function createOutgoing(
  simulation: Simulation,
  call: GraphCall,
  input: { igsid: string; content: Content; replyToMid?: string; commentId?: string },
): Message {
  return {
    mid: simulation.ids.message(),
    accountId: call.account.userId,
    igsid: input.igsid,
    direction: 'out',
    source: 'api',
    at: simulation.clock.now(),
    replyToMid: input.replyToMid,
    commentId: input.commentId,
    tag: readText(call.params, 'tag'),
    ...input.content,
  };
}

/** The answer to an accepted send; the echo follows it. */
export function answerSend(simulation: Simulation, message: Message): GraphAnswer {
  return {
    body: { recipient_id: message.igsid, message_id: message.mid },
    mid: message.mid,
    igsid: message.igsid,
    event: createEcho(simulation, message),
  };
}
