import { z } from 'zod';
import { getPerson } from '../persons/get-person';
import type { Simulation } from '../simulation';
import { emitPersonEvent } from './emit-person-event';
import { attachmentSchema, type Attachment, type Message } from './message';
import { openThread } from './open-thread';
import { storeMessage } from './store-message';

const attachmentInput = z.strictObject({
  type: attachmentSchema.shape.type,
  url: z.string().optional(),
  payload: attachmentSchema.shape.payload.optional(),
});

export const personMessageSchema = z.strictObject({
  text: z.string().optional(),
  attachment: attachmentInput.optional(),
  attachments: z.array(attachmentInput).optional(),
  /** Answers a story: its media id, or a made-up story when true. */
  storyReply: z.union([z.literal(true), z.strictObject({ mediaId: z.string() })]).optional(),
  /** Mentions the account in the person's own story. */
  storyMention: z.literal(true).optional(),
  replyToMid: z.string().optional(),
  quickReply: z.strictObject({ payload: z.string() }).optional(),
  /** Click-to-DM ad or ig.me link that carried the person here. */
  referral: z.record(z.string(), z.unknown()).optional(),
  unsupported: z.literal(true).optional(),
});

export type PersonMessage = z.infer<typeof personMessageSchema>;

/** A person writes to the account: the window opens, consent is given, the app hears of it. */
export function receiveMessage(
  simulation: Simulation,
  target: { accountId: string; igsid: string },
  input: PersonMessage,
): Message {
  const { world, ids, clock } = simulation;
  const { accountId, igsid } = target;
  const person = getPerson(world, accountId, igsid);
  const message: Message = {
    mid: ids.message(),
    accountId,
    igsid,
    direction: 'in',
    source: 'person',
    at: clock.now(),
    text: input.text,
    attachments: attachmentsOf(simulation, input),
    replyToMid: input.replyToMid,
    replyToStory: storyOf(simulation, input),
    tapped: input.quickReply ? { kind: 'quick_reply', payload: input.quickReply.payload } : undefined,
    isUnsupported: input.unsupported,
  };
  const thread = openThread(simulation, target);
  const opensWindow = !input.storyMention || world.switches.storyMentionOpensWindow;
  if (opensWindow) thread.windowOpenedAt = message.at;
  person.hasConsented = true;
  storeMessage(simulation, message);
  emitPersonEvent(simulation, {
    ...target,
    field: 'messages',
    kind: input.quickReply ? 'quick_reply' : 'message',
    at: message.at,
    body: { message: describe(message, input) },
  });
  return message;
}

function describe(message: Message, input: PersonMessage): Record<string, unknown> {
  const body: Record<string, unknown> = { mid: message.mid };
  if (message.text !== undefined) body['text'] = message.text;
  if (message.attachments) body['attachments'] = message.attachments;
  if (input.quickReply) body['quick_reply'] = input.quickReply;
  if (message.replyToStory) body['reply_to'] = { story: message.replyToStory };
  else if (message.replyToMid) body['reply_to'] = { mid: message.replyToMid };
  if (input.referral) body['referral'] = input.referral;
  if (input.unsupported) body['is_unsupported'] = true;
  return body;
}

function attachmentsOf(simulation: Simulation, input: PersonMessage): Attachment[] | undefined {
  const inputs = [...(input.attachments ?? []), ...(input.attachment ? [input.attachment] : [])];
  const list = inputs.map(({ type, url, payload }) => ({
    type,
    payload: { ...(url ? { url } : {}), ...payload },
  }));
  if (input.storyMention) {
    list.push({ type: 'story_mention', payload: { url: `${simulation.baseUrl}/cdn/story-mention.svg` } });
  }
  return list.length > 0 ? list : undefined;
}

function storyOf(simulation: Simulation, input: PersonMessage): Message['replyToStory'] {
  if (!input.storyReply) return undefined;
  const id = input.storyReply === true ? simulation.ids.media() : input.storyReply.mediaId;
  return { url: `${simulation.baseUrl}/cdn/story-${id}.svg`, id };
}
