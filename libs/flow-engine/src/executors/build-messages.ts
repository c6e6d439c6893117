import { buttonPayload, instagramLimits, type Button } from '@instaflow/flow-model';
import type { OutgoingButton, OutgoingMessage } from '../effect';
import { splitText } from '../text/split-text';
import type { Fill } from './fill';

type Content = {
  text?: string | null | undefined;
  mediaUrl?: string | null | undefined;
  mediaType?: 'image' | 'video' | 'audio' | 'file' | null | undefined;
  imageUrls?: readonly string[] | null | undefined;
  buttons?: readonly Button[] | null | undefined;
};

/**
 * The Instagram messages of one content, filled in: media first, then the text in as many pieces as it needs, the
 * buttons under the last piece. Empty when nothing is left to say.
 */
export function buildMessages(content: Content, fill: Fill): OutgoingMessage[] {
  const files = buildFiles(content, fill);
  const buttons = content.buttons ?? [];
  const quickReplies = buildQuickReplies(buttons, fill);
  const templateButtons = buildButtons(buttons, fill);
  const texts = splitText(fill(content.text), {
    bytes: instagramLimits.textBytes,
    characters: templateButtons.length > 0 ? instagramLimits.buttonTextLength : instagramLimits.textBytes,
  });
  const messages: OutgoingMessage[] = texts.map((text) => ({ text }));
  if (files !== null) messages.unshift(files);
  const last = messages.at(-1);
  if (!last) return [];
  const dressed: OutgoingMessage = {
    ...last,
    ...(quickReplies.length > 0 ? { quickReplies } : {}),
    ...(templateButtons.length > 0 && last.text !== undefined ? { buttons: templateButtons } : {}),
  };
  return [...messages.slice(0, -1), dressed];
}

/** One file, or several pictures that go out together. */
function buildFiles({ mediaUrl, mediaType, imageUrls }: Content, fill: Fill): OutgoingMessage | null {
  const [first, ...more] = [mediaUrl, ...(imageUrls ?? [])]
    .map((url) => fill(url).trim())
    .filter((url) => url !== '')
    .slice(0, instagramLimits.images);
  if (first === undefined) return null;
  if (more.length > 0) return { images: [first, ...more].map((url) => ({ url })) };
  return { media: { url: first, type: mediaType ?? guessMediaType(first) } };
}

/** The buttons that are sent under a text or on a card. */
export function buildButtons(buttons: readonly Button[], fill: Fill): OutgoingButton[] {
  return buttons
    .filter(({ type }) => type !== 'quick_reply')
    .map((button): OutgoingButton => {
      const title = cutTitle(fill(button.text));
      return button.type === 'web_url'
        ? { type: 'web_url', title, url: fill(button.url) }
        : { type: 'postback', title, payload: buttonPayload(button) };
    });
}

function buildQuickReplies(buttons: readonly Button[], fill: Fill): { title: string; payload: string }[] {
  return buttons
    .filter(({ type }) => type === 'quick_reply')
    .slice(0, instagramLimits.quickReplies)
    .map((button) => ({ title: cutTitle(fill(button.text)), payload: buttonPayload(button) }));
}

/** Instagram cuts longer titles of quick replies itself and refuses those of buttons. */
function cutTitle(title: string): string {
  return [...title.trim()].slice(0, instagramLimits.titleLength).join('');
}

function guessMediaType(url: string): 'image' | 'video' | 'audio' | 'file' {
  const extension = /\.([a-z0-9]+)(?:[?#]|$)/i.exec(url)?.[1]?.toLowerCase() ?? '';
  if (['mp4', 'mov', 'webm', 'avi', 'ogg'].includes(extension)) return 'video';
  if (['mp3', 'm4a', 'aac', 'wav'].includes(extension)) return 'audio';
  return extension === 'pdf' ? 'file' : 'image';
}
