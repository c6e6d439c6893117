import type { Comment } from '../../comments/comment';
import type { Simulation } from '../../simulation';
import { storeMessage } from '../../threads/store-message';
import { requireScope } from '../authenticate';
import type { GraphAnswer, GraphCall } from '../graph-call';
import { readObject, readText } from '../read-params';
import { refusals } from '../refusals';
import { answerSend, createOutgoing } from './create-outgoing';
import { readContent, type Content } from './read-content';
import { checkAccountMayWrite } from './send-target';

const hourMs = 3_600_000;
const commentAgeMs = 7 * 24 * hourMs;

/** The one direct message a comment allows. It opens no window; the person has to answer first. */
export function sendPrivateReply(simulation: Simulation, call: GraphCall): GraphAnswer {
  const { world, rates } = simulation;
  requireScope(call.token, 'manage_comments');
  checkAccountMayWrite(simulation, call);
  const comment = findEligibleComment(simulation, call);
  const person = world.persons.get(comment.fromId);
  if (!person || person.isDeleted) throw refusals.noSuchRecipient();
  if (person.isUnavailable) throw refusals.personUnavailable();
  if (call.account.isMessageAccessOff) throw refusals.messageAccessOff();
  const content = readContent(simulation, call);
  if (content.quickReplies && !world.switches.quickRepliesInPrivateReply) {
    throw refusals.badParameter('Quick replies are not supported in private replies');
  }
  const limit = world.switches.privateRepliesPerHour;
  if (!rates.tryTake({ key: `private/${call.account.userId}`, limit, windowMs: hourMs })) {
    throw refusals.tooFast(world.switches);
  }
  comment.hasPrivateReply = true;
  if (world.switches.nonFollowerTemplate1545133 && !person.follows && isMoreThanText(content)) {
    throw refusals.notAFollower();
  }
  const message = createOutgoing(simulation, call, { igsid: person.igsid, content, commentId: comment.id });
  storeMessage(simulation, message, person.follows ? 'inbox' : 'requests');
  return answerSend(simulation, message);
}

/** Missing, foreign, own, deleted, used and too old all get the same answer. */
function findEligibleComment(simulation: Simulation, call: GraphCall): Comment {
  const { world, clock } = simulation;
  const id = readText(readObject(call.params, 'recipient') ?? {}, 'comment_id') ?? '';
  const comment = world.comments.get(id);
  const isEligible =
    comment !== undefined &&
    comment.accountId === call.account.userId &&
    comment.fromId !== comment.accountId &&
    !comment.isDeleted &&
    !comment.hasPrivateReply &&
    clock.now() - comment.at <= commentAgeMs;
  if (!isEligible) throw refusals.commentRefused();
  return comment;
}

function isMoreThanText(content: Content): boolean {
  return Boolean(content.attachments ?? content.elements ?? content.buttons);
}
