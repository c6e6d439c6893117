import type { Simulation } from '../simulation';
import type { Thread } from '../threads/thread';
import { readAccount } from './account-node';
import { handleComment } from './comment-node';
import { listConversations, readConversation, readMessage } from './conversation-node';
import { handleFacebookUser } from './facebook-user-node';
import type { GraphAnswer, GraphCall } from './graph-call';
import { handleMedia, listMedia } from './media-node';
import { handleMessengerProfile } from './messenger-profile-edge';
import { readPage } from './page-node';
import { readPerson } from './person-node';
import { refusals } from './refusals';
import { sendMessage } from './send/send-message';
import { handleSubscription } from './subscription-edge';
import { uploadAttachment } from './upload-edge';

type Handler = (simulation: Simulation, call: GraphCall) => GraphAnswer;

const accountEdges: Record<string, Handler | undefined> = {
  'GET ': readAccount,
  'POST messages': sendMessage,
  'GET media': listMedia,
  'GET stories': listMedia,
  'GET live_media': listMedia,
  'GET conversations': listConversations,
  'GET subscribed_apps': handleSubscription,
  'POST subscribed_apps': handleSubscription,
  'DELETE subscribed_apps': handleSubscription,
  'GET messenger_profile': handleMessengerProfile,
  'POST messenger_profile': handleMessengerProfile,
  'DELETE messenger_profile': handleMessengerProfile,
  'POST message_attachments': uploadAttachment,
};

/** Edges that Facebook Login offers under the Page, and Instagram Login under the account. */
const messagingEdges = [
  'messages',
  'conversations',
  'subscribed_apps',
  'messenger_profile',
  'message_attachments',
];

/** Lets what the first path part names answer. */
export function dispatch(simulation: Simulation, call: GraphCall): GraphAnswer {
  switch (call.via) {
    case 'facebook_user':
      return handleFacebookUser(simulation, call);
    case 'page':
      return handlePage(simulation, call);
    case 'account':
      if (call.token.login !== 'instagram' && messagingEdges.includes(call.edge)) {
        throw refusals.unknownObject(call.node, call.method);
      }
      return handleAccount(simulation, call);
    case 'object':
      return handleObject(simulation, call);
  }
}

function handleAccount(simulation: Simulation, call: GraphCall): GraphAnswer {
  const handler = accountEdges[`${call.method} ${call.edge}`];
  if (!handler) throw refusals.unknownPath(`/${call.edge}`);
  return handler(simulation, call);
}

function handlePage(simulation: Simulation, call: GraphCall): GraphAnswer {
  if (call.method === 'GET' && call.edge === '') return readPage(simulation, call);
  if (!messagingEdges.includes(call.edge)) throw refusals.unknownPath(`/${call.edge}`);
  if (call.token.login !== 'page') throw refusals.needsPageToken(simulation.world.switches);
  return handleAccount(simulation, call);
}

function handleObject(simulation: Simulation, call: GraphCall): GraphAnswer {
  const { world } = simulation;
  const { node, edge, method } = call;
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
