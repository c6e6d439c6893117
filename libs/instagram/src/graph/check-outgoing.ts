import { messagingLimits as limits } from '@instaflow/contracts';
import { checkButtons, checkQuickReplies } from './check-taps';
import { tooMany, badAddress, tooLong, type ContentProblem } from './content-problem';
import type { OutgoingElement, OutgoingFile, OutgoingMessage } from './outgoing-message';

/**
 * What Instagram would refuse or cut of one message, the gravest first; an empty list when it goes out as it is.
 * Refusals end the message before an attempt is spent on it; what is only cut is sent.
 */
export const checkOutgoing = (message: OutgoingMessage): ContentProblem[] => {
  const problems = [
    ...checkParts(message),
    ...checkText(message),
    ...checkFiles(message),
    ...checkQuickReplies(message.quickReplies ?? [], 'quickReplies'),
    ...checkButtons(message.buttons ?? [], 'buttons'),
    ...checkCards(message.elements ?? []),
  ];
  return [...problems.filter(({ isCut }) => !isCut), ...problems.filter(({ isCut }) => isCut)];
};

const checkParts = (message: OutgoingMessage): ContentProblem[] => {
  const { text, media, images, elements, sticker, sharedPostId, buttons, quickReplies } = message;
  const parts = [text, media, images?.length, elements?.length, sticker, sharedPostId].filter(Boolean).length;
  if (parts === 0) {
    const sentence = 'The message is empty. Give it a text, a media file or cards.';
    return [{ code: 'message_empty', path: '', sentence, isCut: false }];
  }
  const mixed = (path: string, sentence: string): ContentProblem[] => [
    { code: 'message_mixed', path, sentence, isCut: false },
  ];
  if (parts > 1) {
    return mixed('', 'Instagram sends a text, a media file and cards only one by one. Split the message.');
  }
  if (buttons?.length && (!text || quickReplies?.length)) {
    return mixed(
      'buttons',
      'Buttons belong to a text, without quick replies beside them. Split the message.',
    );
  }
  return [];
};

const checkText = ({ text = '', buttons }: OutgoingMessage): ContentProblem[] => {
  const bytes = Buffer.byteLength(text);
  if (bytes > limits.textBytes) {
    const sentence = `The text has ${bytes} bytes, Instagram takes ${limits.textBytes}. Shorten or split it.`;
    return [{ code: 'text_too_long', path: 'text', sentence, isCut: false }];
  }
  return buttons?.length
    ? tooLong({ text, limit: limits.buttonTextLength, path: 'text', what: 'A text with buttons' })
    : [];
};

const checkFiles = ({ media, images = [] }: OutgoingMessage): ContentProblem[] => [
  ...(media ? checkFile(media, 'media') : []),
  ...tooMany({
    list: images,
    limit: limits.images,
    path: 'images',
    code: 'too_many_images',
    what: 'pictures',
  }),
  ...images.flatMap((image, index) => checkFile(image, `images.${index}`)),
];

const checkFile = (file: OutgoingFile, path: string): ContentProblem[] =>
  'url' in file ? badAddress(file.url, `${path}.url`) : [];

const checkCards = (elements: OutgoingElement[]): ContentProblem[] => [
  ...tooMany({
    list: elements,
    limit: limits.carouselElements,
    path: 'elements',
    code: 'too_many_cards',
    what: 'cards',
  }),
  ...elements.flatMap((element, index) => checkCard(element, `elements.${index}`)),
];

const checkCard = (element: OutgoingElement, path: string): ContentProblem[] => {
  const { title, subtitle = '', imageUrl, url, buttons = [] } = element;
  const limit = limits.cardTextLength;
  const refusals: ContentProblem[] = [];
  if (title.trim() === '') {
    const sentence = 'A card has no title. Give it one.';
    refusals.push({ code: 'card_without_title', path: `${path}.title`, sentence, isCut: false });
  }
  if (!subtitle && !imageUrl && !url && buttons.length === 0) {
    const sentence = 'A card has only a title. Add a subtitle, a picture, an address or a button.';
    refusals.push({ code: 'card_needs_more', path, sentence, isCut: false });
  }
  return [
    ...refusals,
    ...tooLong({ text: title, limit, path: `${path}.title`, what: 'The title of a card', isCut: true }),
    ...tooLong({
      text: subtitle,
      limit,
      path: `${path}.subtitle`,
      what: 'The subtitle of a card',
      isCut: true,
    }),
    ...(imageUrl === undefined ? [] : badAddress(imageUrl, `${path}.imageUrl`)),
    ...(url === undefined ? [] : badAddress(url, `${path}.url`)),
    ...checkButtons(buttons, `${path}.buttons`),
  ];
};
