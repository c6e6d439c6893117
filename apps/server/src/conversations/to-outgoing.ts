import type { OutgoingBody } from '@instaflow/contracts';
import { splitText } from '@instaflow/flow-engine';
import type { OutgoingMedia, OutgoingMessage } from '@instaflow/instagram';

/** Instagram's limits for one text, and for one above buttons. */
const textLimit = { bytes: 1_000, characters: 1_000 };
const buttonTextLimit = { bytes: 1_000, characters: 640 };

/**
 * The messages of Instagram that carry what a person sends, in order: cards, post, heart, pictures (several in one), each
 * other file, and the text in as many parts as it needs, buttons or quick replies below the last one.
 */
export function toOutgoing(body: OutgoingBody, files: readonly OutgoingMedia[]): OutgoingMessage[] {
  const { cards, sharedPostId, sticker } = body;
  return [
    ...(cards ? [{ elements: cards }] : []),
    ...(sharedPostId === undefined ? [] : [{ sharedPostId }]),
    ...(sticker === undefined ? [] : [{ sticker }]),
    ...toFiles(files),
    ...toTexts(body),
  ];
}

function toFiles(files: readonly OutgoingMedia[]): OutgoingMessage[] {
  const pictures = files.filter(({ type }) => type === 'image');
  const others = files.filter(({ type }) => type !== 'image').map((media) => ({ media }));
  const [only, another] = pictures;
  if (only === undefined) return others;
  if (another === undefined) return [{ media: only }, ...others];
  return [{ images: pictures.map(({ type: _image, ...file }) => file) }, ...others];
}

function toTexts({ text, buttons, quickReplies }: OutgoingBody): OutgoingMessage[] {
  if (text === undefined) return [];
  const parts = splitText(text, buttons ? buttonTextLimit : textLimit);
  return parts.map((part, index) =>
    index < parts.length - 1
      ? { text: part }
      : { text: part, ...(buttons && { buttons }), ...(quickReplies && { quickReplies }) },
  );
}
