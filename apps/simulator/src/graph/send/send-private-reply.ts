import type { Token } from '../../accounts/token';
import type { Comment } from '../../comments/comment';
import type { Simulation } from '../../simulation';
import { storeMessage } from '../../threads/store-message';
import { requireScope } from '../authenticate';
import type { GraphAnswer, GraphCall } from '../graph-call';
import { readObject, readText } from '../read-params';
import { refusals } from '../refusals';
import { checkPersonProblem } from './check-problem';
import { answerSend, createOutgoing } from './create-outgoing';
import { readContent, type Content } from './read-content';
import { checkAccountMayWrite } from './send-target';

const secondMs = 1000;
const hourMs = 3_600_000;
const commentAgeMs = 7 * 24 * hourMs;

/** The one direct message a comment allows. It opens no window; the person has to answer first. */
export function sendPrivateReply(simulation: Simulation, call: GraphCall): GraphAnswer {
  const { world } = simulation;
  checkScopes(call.token);
  checkAccountMayWrite(simulation, call);
  const comment = findEligibleComment(simulation, call);
  const person = world.persons.get(comment.fromId);
  if (!person || person.isDeleted) throw refusals.noSuchRecipient();
  if (person.isUnavailable) throw refusals.personUnavailable(world.switches);
  checkPersonProblem(person);
  if (call.account.isMessageAccessOff) throw refusals.messageAccessOff();
  const content = readContent(simulation, call);
  if (content.quickReplies && !world.switches.quickRepliesInPrivateReply) {
    throw refusals.badParameter('Quick replies are not supported in private replies');
  }
  checkRate(simulation, comment);
  comment.hasPrivateReply = true;
  if (world.switches.nonFollowerTemplate1545133 && !person.follows && isMoreThanText(content)) {
    throw refusals.notAFollower();
  }
  const message = createOutgoing(simulation, call, { igsid: person.igsid, content, commentId: comment.id });
  storeMessage(simulation, message, person.follows ? 'inbox' : 'requests');
  return answerSend(simulation, message);
}

function checkScopes(token: Token): void {
  requireScope(token, 'manage_comments');
  if (token.login === 'page' && !token.scopes.includes('pages_messaging')) {
    throw refusals.missingScope('pages_messaging');
  }
}

/** 750 an hour under posts and reels; during a broadcast as many as other messages, a second. */
function checkRate({ world, rates }: Simulation, { accountId, isLive }: Comment): void {
  const { messagesPerSecond, privateRepliesPerHour } = world.switches;
  const isFree = isLive
    ? rates.tryTake({ key: `live/${accountId}`, limit: messagesPerSecond, windowMs: secondMs })
    : rates.tryTake({ key: `private/${accountId}`, limit: privateRepliesPerHour, windowMs: hourMs });
  if (!isFree) throw refusals.tooFast(world.switches);
}

/** Missing, foreign, own, deleted and used get the same answer; a live comment only while it is live. */
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
    (!comment.isLive || world.media.get(comment.mediaId)?.isLive === true);
  if (!isEligible) throw refusals.commentRefused();
  if (clock.now() - comment.at > commentAgeMs) throw refusals.commentTooOld(world.switches);
  return comment;
}

function isMoreThanText(content: Content): boolean {
  return Boolean(content.attachments ?? content.elements ?? content.buttons);
}
