import { Controller, Inject } from '@nestjs/common';
import { endpoints, type Conversation, type ResponseOf } from '@instaflow/contracts';
import {
  conversationRepository,
  inEngine,
  listConversations,
  messageRepository,
  releaseConversation,
  setConversationStatus,
  takeOverConversation,
  workspaceRepository,
  type Tx,
} from '@instaflow/db';
import { unprocessable } from '@instaflow/platform';
import { dependenciesToken, type Dependencies } from '../dependencies';
import type { Call } from '../http/call';
import { found } from '../http/found';
import { inScope } from '../http/in-scope';
import { keyOf } from '../http/key-of';
import { Route } from '../http/route';
import { reactToMessage } from './react-to-message';
import { sendConversationAction } from './send-conversation-action';
import { sendHumanMessage } from './send-human-message';
import { toConversation } from './to-conversation';
import { toMessage } from './to-message';

@Controller()
export class ConversationsController {
  constructor(@Inject(dependenciesToken) private readonly deps: Dependencies) {}

  @Route(endpoints.listConversations)
  list(
    call: Call<typeof endpoints.listConversations>,
  ): Promise<ResponseOf<typeof endpoints.listConversations>> {
    const { page: number, limit, cursor, assignedTo, ...filter } = call.query;
    const { id: accountId, workspaceId } = keyOf(call);
    const assignee = assignedTo === 'me' ? call.caller.userId : assignedTo === 'nobody' ? null : assignedTo;
    return inScope(this.deps, call, async (tx) => {
      const page = await listConversations(
        tx,
        { ...filter, accountId, workspaceId, assignedTo: assignee },
        { page: number, limit, cursor },
      );
      return {
        conversations: page.rows.map(toConversation),
        total: page.total,
        nextCursor: page.nextCursor,
      };
    });
  }

  @Route(endpoints.getConversation)
  get(call: Call<typeof endpoints.getConversation>): Promise<Conversation> {
    return inScope(this.deps, call, (tx) => show(tx, call));
  }

  @Route(endpoints.listMessages)
  listMessages(
    call: Call<typeof endpoints.listMessages>,
  ): Promise<ResponseOf<typeof endpoints.listMessages>> {
    const { id: conversationId, workspaceId } = keyOf(call);
    return inScope(this.deps, call, async (tx) => {
      const page = await messageRepository.list(tx, { conversationId, workspaceId }, call.query);
      return {
        messages: page.rows.toReversed().map((message) => toMessage(message, this.deps)),
        total: page.total,
        nextCursor: page.nextCursor,
      };
    });
  }

  @Route(endpoints.sendMessage)
  send(call: Call<typeof endpoints.sendMessage>): Promise<ResponseOf<typeof endpoints.sendMessage>> {
    const { id: conversationId, workspaceId } = keyOf(call);
    return sendHumanMessage(this.deps, {
      conversationId,
      workspaceId,
      userId: call.caller.userId,
      body: call.body,
      requestKey: call.request.headers['idempotency-key'],
    });
  }

  @Route(endpoints.reactToMessage)
  react(call: Call<typeof endpoints.reactToMessage>): Promise<ResponseOf<typeof endpoints.reactToMessage>> {
    const { id: conversationId, workspaceId } = keyOf(call);
    const { messageId } = call.params;
    return reactToMessage(this.deps, { conversationId, workspaceId, messageId, ...call.body });
  }

  @Route(endpoints.sendConversationAction)
  act(
    call: Call<typeof endpoints.sendConversationAction>,
  ): Promise<ResponseOf<typeof endpoints.sendConversationAction>> {
    const { id: conversationId, workspaceId } = keyOf(call);
    return sendConversationAction(this.deps, { conversationId, workspaceId, ...call.body });
  }

  @Route(endpoints.setConversationStatus)
  setStatus(call: Call<typeof endpoints.setConversationStatus>): Promise<Conversation> {
    const { status } = call.body;
    return this.#change(call, (tx, change) => setConversationStatus(tx, { ...change, status }));
  }

  @Route(endpoints.takeOver)
  takeOver(call: Call<typeof endpoints.takeOver>): Promise<Conversation> {
    const { userId } = call.caller;
    return this.#change(call, (tx, change) => takeOverConversation(tx, { ...change, userId }));
  }

  @Route(endpoints.release)
  release(call: Call<typeof endpoints.release>): Promise<Conversation> {
    return this.#change(call, releaseConversation);
  }

  @Route(endpoints.markRead)
  markRead(call: Call<typeof endpoints.markRead>): Promise<Conversation> {
    return this.#change(call, (tx) => conversationRepository.markRead(tx, keyOf(call)));
  }

  @Route(endpoints.assignConversation)
  async assign(call: Call<typeof endpoints.assignConversation>): Promise<Conversation> {
    const { userId } = call.body;
    const { workspaceId } = call.scope;
    const isMember =
      userId === null ||
      (await inEngine(this.deps.engineSource, (tx) =>
        workspaceRepository.isMember(tx, { workspaceId, userId }),
      ));
    if (!isMember) {
      throw unprocessable('not_a_member', 'Only members of the workspace can be assigned.', [
        { path: 'userId', message: 'is not a member of the workspace' },
      ]);
    }
    return this.#change(call, (tx) => conversationRepository.assign(tx, keyOf(call), userId));
  }

  #change(
    call: Pick<Call, 'scope'> & { params: { id: string } },
    work: (tx: Tx, change: { conversationId: string; now: number }) => Promise<unknown>,
  ): Promise<Conversation> {
    return inScope(this.deps, call, async (tx) => {
      await work(tx, { conversationId: call.params.id, now: this.deps.clock.now() });
      return show(tx, call);
    });
  }
}

async function show(tx: Tx, call: Pick<Call, 'scope'> & { params: { id: string } }): Promise<Conversation> {
  return toConversation(found(await conversationRepository.find(tx, keyOf(call))));
}
