import type { JsonObject, JsonValue } from '../json/json-value';
import { refuseContent } from './classify-answer';
import type { GraphFailure } from './graph-result';
import type { OutgoingButton, OutgoingElement, OutgoingMessage } from './outgoing-message';

const maxTextBytes = 1_000;
const maxTemplateTextLength = 640;
const maxQuickReplies = 13;
const maxButtons = 3;
const maxElements = 10;

export type BuiltMessage = { ok: true; message: JsonObject } | GraphFailure;

/**
 * The `message` of a send request for one outgoing message. What Instagram would refuse (several kinds in one
 * message, too many buttons, a text of more than 1000 bytes) is refused here, so that no attempt is spent on it.
 */
export const buildMessage = (message: OutgoingMessage): BuiltMessage => {
  const problem = findProblem(message);
  if (problem) return refuseContent(problem.code, problem.sentence);
  const body = bodyOf(message);
  if (message.quickReplies?.length) body['quick_replies'] = message.quickReplies.map(quickReply);
  return { ok: true, message: body };
};

const bodyOf = ({ text, media, buttons, elements }: OutgoingMessage): JsonObject => {
  if (media) return { attachment: { type: media.type, payload: { url: media.url } } };
  if (elements?.length) return template({ template_type: 'generic', elements: elements.map(element) });
  if (buttons?.length)
    return template({ template_type: 'button', text: text ?? '', buttons: buttons.map(button) });
  return { text: text ?? '' };
};

const template = (payload: JsonObject): JsonObject => ({ attachment: { type: 'template', payload } });

const quickReply = ({ title, payload }: { title: string; payload: string }): JsonValue => ({
  content_type: 'text',
  title,
  payload,
});

const button = (item: OutgoingButton): JsonValue =>
  item.type === 'web_url'
    ? { type: 'web_url', title: item.title, url: item.url }
    : { type: 'postback', title: item.title, payload: item.payload };

const element = (item: OutgoingElement): JsonValue => ({
  title: item.title,
  ...(item.subtitle !== undefined && { subtitle: item.subtitle }),
  ...(item.imageUrl !== undefined && { image_url: item.imageUrl }),
  ...(item.url !== undefined && { default_action: { type: 'web_url', url: item.url } }),
  ...(item.buttons?.length && { buttons: item.buttons.map(button) }),
});

type Problem = { code: string; sentence: string };

const checks: [code: string, sentence: string, isBroken: (message: OutgoingMessage) => boolean][] = [
  [
    'message_empty',
    'A message needs a text, a media file or cards.',
    (m) => !m.text && !m.media && !m.elements?.length,
  ],
  [
    'message_mixed',
    'Instagram sends a text, a media file and cards only as separate messages.',
    (m) => [m.text, m.media, m.elements?.length].filter(Boolean).length > 1,
  ],
  [
    'message_mixed',
    'Buttons belong to a text; they cannot stand under a media file or beside quick replies.',
    (m) => Boolean(m.buttons?.length) && (!m.text || Boolean(m.quickReplies?.length)),
  ],
  [
    'text_too_long',
    'The text is longer than 1000 bytes.',
    (m) => Buffer.byteLength(m.text ?? '') > maxTextBytes,
  ],
  [
    'text_too_long',
    'A text with buttons may have 640 characters.',
    (m) => Boolean(m.buttons?.length) && (m.text ?? '').length > maxTemplateTextLength,
  ],
  [
    'too_many_quick_replies',
    'Instagram shows at most 13 quick replies.',
    (m) => over(m.quickReplies, maxQuickReplies),
  ],
  ['too_many_buttons', 'Instagram shows at most 3 buttons.', (m) => over(m.buttons, maxButtons)],
  ['too_many_cards', 'Instagram shows at most 10 cards.', (m) => over(m.elements, maxElements)],
  [
    'too_many_buttons',
    'Instagram shows at most 3 buttons on a card.',
    (m) => Boolean(m.elements?.some(({ buttons }) => over(buttons, maxButtons))),
  ],
];

const over = (list: readonly unknown[] | undefined, most: number): boolean => (list?.length ?? 0) > most;

const findProblem = (message: OutgoingMessage): Problem | null => {
  const found = checks.find(([, , isBroken]) => isBroken(message));
  return found ? { code: found[0], sentence: found[1] } : null;
};
