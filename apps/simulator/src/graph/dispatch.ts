import type { Simulation } from '../simulation';
import type { Thread } from '../threads/thread';
import { readAccount } from './account-node';
import { handleComment } from './comment-node';
import { listConversations, readConversation, readMessage } from './conversation-node';
import { debugToken, listPages } from './facebook-login';
import type { GraphAnswer, GraphCall } from './graph-call';
import { handleMedia, listMedia } from './media-node';
import { handleMessengerProfile } from './messenger-profile-edge';
import { readPerson } from './person-node';
import { refusals } from './refusals';
import { sendMessage } from './send/send-message';
import { handleSubscription } from './subscription-edge';
import { uploadAttachment } from './upload-edge';

type Handler = (simulation: Simulation, call: GraphCall) => GraphAnswer;

const accountEdges: Record<string, Handler | undefined> = {
  'GET ': readAccount,
  'POST messages': sendMessage,
  'GET accounts': listPages,
  'GET media': listMedia,
  'GET stories': listMedia,
  'GET conversations': listConversations,
  'GET subscribed_apps': handleSubscription,
  'POST subscribed_apps': handleSubscription,
  'DELETE subscribed_apps': handleSubscription,
  'GET messenger_profile': handleMessengerProfile,
  'POST messenger_profile': handleMessengerProfile,
  'DELETE messenger_profile': handleMessengerProfile,
  'POST message_attachments': uploadAttachment,
};

/** Finds what the first path part names and lets it answer. */
export function dispatch(simulation: Simulation, call: GraphCall): GraphAnswer {
  const { world } = simulation;
  const { node, edge, method } = call;
  if (node === call.account.userId) {
    const handler = accountEdges[`${method} ${edge}`];
    if (!handler) throw refusals.unknownPath(`/${edge}`);
    return handler(simulation, call);
  }
  if (method === 'GET' && node === 'debug_token') return debugToken(simulation, call);
  const comment = world.comments.get(node);
  if (comment) return handleComment(simulation, call, comment);
  const media = world.media.get(node);
  if (media) return handleMedia(simulation, call, media);
  if (method === 'GET' && edge === '') return readNode(simulation, call);
  throw refusals.unknownObject(node, method);
}

function readNode(simulation: Simulation, call: GraphCall): GraphAnswer {
  const { persons, messages } = simulation.world;
  const person = persons.get(call.node);
  if (person) return readPerson(simulation, call, person);
  const message = messages.get(call.node);
  if (message) return readMessage(simulation, call, message);
  const thread = findConversation(simulation, call.node);
  if (thread) return readConversation(simulation, call, thread);
  throw refusals.unknownObject(call.node, call.method);
}

function findConversation(simulation: Simulation, conversationId: string): Thread | undefined {
  for (const thread of simulation.world.threads.values()) {
    if (thread.conversationId === conversationId) return thread;
  }
  return undefined;
}
