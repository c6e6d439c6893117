import type { Simulation } from '../../simulation';
import type { Attachment, Button, Message } from '../../threads/message';
import type { GraphCall } from '../graph-call';
import { readObject } from '../read-params';
import { refusals } from '../refusals';
import {
  maxTitleCharacters,
  outgoingMessageSchema,
  type OutgoingAttachment,
  type OutgoingMessage,
} from './message-schema';

export type Content = Pick<Message, 'text' | 'attachments' | 'quickReplies' | 'elements' | 'buttons'>;

/** What the message says, or code 100 naming the part that breaks a limit. */
export function readContent(simulation: Simulation, call: GraphCall): Content {
  const message = readObject(call.params, 'message');
  if (!message) throw refusals.badParameter('The parameter message is required');
  const parsed = outgoingMessageSchema.safeParse(message);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const path = issue?.path.map((part) => `[${String(part)}]`).join('') ?? '';
    throw refusals.badParameter(`Param message${path} ${issue?.message ?? 'is not valid'}`);
  }
  if (simulation.world.switches.longButtonTitles === 'refuse') refuseLongTitles(message);
  const content = toContent(simulation, call, parsed.data);
  const [trouble] = call.mediaTroubles.values();
  if (trouble) throw refusals.known(trouble);
  return content;
}

/** Looks at what was sent, since parsing has cut the titles already. */
function refuseLongTitles(message: object): void {
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, part] of Object.entries(value)) {
      if (key === 'buttons' && Array.isArray(part)) part.forEach(refuseLongTitle);
      look(part);
    }
  };
  look(message);
}

function refuseLongTitle(button: unknown): void {
  const title = typeof button === 'object' && button !== null && 'title' in button ? button.title : '';
  if (typeof title === 'string' && [...title].length > maxTitleCharacters) {
    throw refusals.badParameter('Param message[attachment][payload][buttons][title] is too long');
  }
}

function toContent(simulation: Simulation, call: GraphCall, message: OutgoingMessage): Content {
  const { attachment } = message;
  const content: Content = {
    text: message.text,
    quickReplies: message.quick_replies?.map((reply) =>
      reply.content_type === 'text'
        ? { contentType: 'text', title: reply.title, payload: reply.payload }
        : {
            contentType: reply.content_type,
            title: contactTitles[reply.content_type],
            payload: reply.payload ?? '',
          },
    ),
  };
  if (attachment?.type === 'template') return { ...content, ...toTemplate(attachment.payload) };
  const list = message.attachments ?? (attachment ? [attachment] : []);
  if (list.length === 0) return content;
  return { ...content, attachments: list.map((item) => toAttachment(simulation, call, item)) };
}

const contactTitles = { user_email: 'guest@example.com', user_phone_number: '+15550100' };

function toTemplate(payload: Extract<OutgoingAttachment, { type: 'template' }>['payload']): Content {
  if (payload.template_type === 'button')
    return { text: payload.text, buttons: payload.buttons.map(toButton) };
  return {
    elements: payload.elements.map((element) => ({
      title: element.title,
      subtitle: element.subtitle,
      imageUrl: element.image_url,
      defaultUrl: element.default_action?.url,
      buttons: (element.buttons ?? []).map(toButton),
    })),
  };
}

function toButton(button: { type: Button['type']; title: string; url?: string; payload?: string }): Button {
  const { type, title, url, payload } = button;
  return { type, title, url, payload };
}

function toAttachment(simulation: Simulation, call: GraphCall, item: OutgoingAttachment): Attachment {
  const { world } = simulation;
  if (item.type === 'like_heart') return { type: 'like_heart', payload: {} };
  if (item.type === 'template') throw refusals.badParameter('A template must be the only attachment');
  if (item.type === 'MEDIA_SHARE') {
    const media = world.media.get(item.payload.id);
    if (!media || media.accountId !== call.account.userId) {
      throw refusals.contentNotAllowed('The shared post must be owned by the account');
    }
    return { type: 'MEDIA_SHARE', payload: { id: media.id, url: media.imageUrl, title: media.caption } };
  }
  const { url, attachment_id: uploadId } = item.payload;
  if (!uploadId) return { type: item.type, payload: { url } };
  const upload = world.uploads.get(uploadId);
  if (!upload || upload.accountId !== call.account.userId) throw refusals.badAttachmentId();
  return { type: item.type, payload: { url: upload.url, attachment_id: upload.id } };
}
