import { z } from 'zod';
import { getPerson } from '../persons/get-person';
import type { Simulation } from '../simulation';
import { emitPersonEvent } from './emit-person-event';
import { attachmentSchema, type Attachment, type Message } from './message';
import { openThread } from './open-thread';
import { describeAd, takeReferral } from './referral';
import { shareAttachments } from './share-attachments';
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
  /** Shares a post or reel of the account, or one of somebody else. */
  share: z.strictObject({ kind: z.enum(['post', 'reel']), mediaId: z.string().optional() }).optional(),
  /** Came through a click-to-message ad. */
  ad: z
    .strictObject({ adId: z.string(), title: z.string().optional(), ref: z.string().optional() })
    .optional(),
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
    replyToStory: storyOf(simulation, accountId, input),
    tapped: input.quickReply ? { kind: 'quick_reply', payload: input.quickReply.payload } : undefined,
    isUnsupported: input.unsupported,
  };
  const thread = openThread(simulation, target);
  const opensWindow = !input.storyMention || world.switches.storyMentionOpensWindow;
  if (opensWindow) thread.windowOpenedAt = message.at;
  person.hasConsented = true;
  storeMessage(simulation, message);
  if (world.switches.phantomEdits) emitPhantomEdit(simulation, message);
  emitPersonEvent(simulation, {
    ...target,
    field: 'messages',
    kind: input.quickReply ? 'quick_reply' : 'message',
    at: message.at,
    body: { message: describe(message, input, takeReferral(person)) },
  });
  return message;
}

function describe(
  message: Message,
  input: PersonMessage,
  pendingReferral: Record<string, unknown> | null,
): Record<string, unknown> {
  const body: Record<string, unknown> = { mid: message.mid };
  const referral = input.ad ? describeAd(input.ad) : (input.referral ?? pendingReferral);
  if (message.text !== undefined) body['text'] = message.text;
  if (message.attachments) body['attachments'] = message.attachments;
  if (input.quickReply) body['quick_reply'] = input.quickReply;
  if (message.replyToStory) body['reply_to'] = { story: message.replyToStory };
  else if (message.replyToMid) body['reply_to'] = { mid: message.replyToMid };
  if (referral) body['referral'] = referral;
  if (input.unsupported) body['is_unsupported'] = true;
  return body;
}

function attachmentsOf(simulation: Simulation, input: PersonMessage): Attachment[] | undefined {
  const inputs = [...(input.attachments ?? []), ...(input.attachment ? [input.attachment] : [])];
  const list = inputs.map(({ type, url, payload }) => ({
    type,
    payload: { ...(url ? { url } : {}), ...payload },
  }));
  if (input.share) list.push(...shareAttachments(simulation, input.share));
  if (input.storyMention) {
    list.push({ type: 'story_mention', payload: { url: storyUrl(simulation, simulation.ids.media()) } });
  }
  return list.length > 0 ? list : undefined;
}

function storyOf(simulation: Simulation, accountId: string, input: PersonMessage): Message['replyToStory'] {
  if (!input.storyReply) return undefined;
  const id = input.storyReply === true ? newestStoryId(simulation, accountId) : input.storyReply.mediaId;
  return { url: storyUrl(simulation, id), id };
}

function newestStoryId({ world, ids }: Simulation, accountId: string): string {
  const stories = [...world.media.values()].filter(
    (media) => media.accountId === accountId && media.productType === 'STORY',
  );
  return stories.at(-1)?.id ?? ids.media();
}

/** Stories live for a day, and so do their addresses. */
function storyUrl({ baseUrl, clock }: Simulation, id: string): string {
  return `${baseUrl}/cdn/story-${id}.svg?expires=${clock.now() + dayMs}`;
}

const dayMs = 24 * 3_600_000;

function emitPhantomEdit(simulation: Simulation, { accountId, igsid, mid, at }: Message): void {
  const body = { message_edit: { mid, text: null, num_edit: 0 } };
  emitPersonEvent(simulation, { accountId, igsid, field: 'message_edit', kind: 'edit', at, body });
}
