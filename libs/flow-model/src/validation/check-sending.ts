import type { NodeOf } from '../flow-definition';
import { checkButtons } from './check-buttons';
import { checkLength, checkTextLength, checkUrl, isBlank } from './check-text';
import { instagramLimits } from './instagram-limits';
import { maxWaitSeconds } from './max-wait';
import { checkMedia } from './check-media';
import type { NodeReport } from './node-report';
import type { ValidationContext } from './validation-context';

export function checkMessage(node: NodeOf<'message'>, report: NodeReport, context: ValidationContext): void {
  const { text, mediaUrl, buttons } = node.content ?? {};
  const list = buttons ?? [];
  const hasTemplateButtons = list.some(({ type }) => type !== 'quick_reply');
  if (isBlank(text) && isBlank(mediaUrl)) {
    report.error('message_empty', 'content', 'Write a text or choose a picture: this message is empty.');
  } else if (hasTemplateButtons && isBlank(text)) {
    report.error('buttons_without_text', 'content.text', 'Write a text: buttons need one above them.');
  }
  if (hasTemplateButtons) {
    const limit = instagramLimits.buttonTextLength;
    checkLength({ text: text ?? '', limit, path: 'content.text', code: 'text_too_long' }, report);
  }
  checkTextLength(text, 'content.text', report);
  checkMessageMedia(node.content ?? {}, report, context);
  checkButtons(list, 'content.buttons', report);
  checkTimeout(node.timeoutSeconds, report);
}

type Content = NonNullable<NodeOf<'message'>['content']>;

function checkMessageMedia(
  { text, mediaUrl, mediaType, imageUrls }: Content,
  report: NodeReport,
  context: ValidationContext,
): void {
  const path = 'content.mediaUrl';
  checkMoreImages({ mediaUrl, mediaType, imageUrls: imageUrls ?? [] }, report, context);
  if (mediaUrl && !isBlank(mediaUrl)) {
    checkUrl(mediaUrl, path, report);
    checkMedia({ url: mediaUrl, type: mediaType, path }, report, context);
  } else if (mediaType && !isBlank(text)) {
    report.warn('media_missing', path, 'Choose the picture or file: only the text is sent.');
  }
}

type MoreImages = Pick<Content, 'mediaUrl' | 'mediaType'> & { imageUrls: readonly string[] };

/** Only pictures go together in one message. */
function checkMoreImages(
  { mediaUrl, mediaType, imageUrls }: MoreImages,
  report: NodeReport,
  context: ValidationContext,
): void {
  if (imageUrls.length === 0) return;
  const path = 'content.imageUrls';
  const count = imageUrls.length + 1;
  if (isBlank(mediaUrl) || (mediaType && mediaType !== 'image')) {
    const sentence = 'Choose a picture as the first file, or remove the others: only pictures go together.';
    report.error('images_without_image', path, sentence);
  }
  if (count > instagramLimits.images) {
    const sentence = `Remove pictures: ${instagramLimits.images} at most, there are ${count}.`;
    report.error('too_many_images', path, sentence);
  }
  imageUrls.forEach((url, index) => {
    const own = `${path}.${index}`;
    if (isBlank(url)) report.error('image_missing', own, 'Choose the picture, or remove its place.');
    else checkUrl(url, own, report);
    checkMedia({ url, type: 'image', path: own }, report, context);
  });
}

export function checkCarousel(
  node: NodeOf<'carousel'>,
  report: NodeReport,
  context: ValidationContext,
): void {
  const elements = node.elements ?? [];
  if (elements.length === 0)
    report.error('carousel_empty', 'elements', 'Add a card: this carousel is empty.');
  if (elements.length > instagramLimits.carouselElements) {
    const limit = instagramLimits.carouselElements;
    report.error(
      'too_many_cards',
      'elements',
      `Remove cards: ${limit} at most, there are ${elements.length}.`,
    );
  }
  elements.forEach((element, index) => {
    checkCard(element, `elements.${index}`, report);
    const { imageUrl } = element;
    const path = `elements.${index}.imageUrl`;
    if (imageUrl && !isBlank(imageUrl)) checkMedia({ url: imageUrl, type: 'image', path }, report, context);
  });
  checkTimeout(node.timeoutSeconds, report);
}

type Card = NonNullable<NodeOf<'carousel'>['elements']>[number];

function checkCard(
  { title, subtitle, imageUrl, url, buttons }: Card,
  path: string,
  report: NodeReport,
): void {
  const limit = instagramLimits.cardTextLength;
  if (isBlank(title)) report.error('card_without_title', `${path}.title`, 'Give this card a title.');
  checkLength({ text: title, limit, path: `${path}.title`, code: 'text_too_long' }, report);
  checkLength({ text: subtitle ?? '', limit, path: `${path}.subtitle`, code: 'text_too_long' }, report);
  if (imageUrl) checkUrl(imageUrl, `${path}.imageUrl`, report);
  if (url) checkUrl(url, `${path}.url`, report);
  const list = buttons ?? [];
  if (isBlank(subtitle) && isBlank(imageUrl) && isBlank(url) && list.length === 0) {
    report.error('card_needs_more', path, 'Add a subtitle, a picture, an address or a button to this card.');
  }
  if (list.some(({ type }) => type === 'quick_reply')) {
    report.error(
      'mixed_buttons',
      `${path}.buttons`,
      'Use buttons on this card: quick replies do not work there.',
    );
  }
  checkButtons(list, `${path}.buttons`, report);
}

/** A time-out has to lie in the future, and no farther off than a wait may. */
export function checkTimeout(seconds: number | null | undefined, report: NodeReport): void {
  if (seconds !== null && seconds !== undefined && seconds <= 0) {
    report.error('timeout_not_positive', 'timeoutSeconds', 'Choose a time-out longer than zero.');
  }
  if ((seconds ?? 0) > maxWaitSeconds) {
    report.error('timeout_too_long', 'timeoutSeconds', 'Choose a time-out of at most 366 days.');
  }
}
