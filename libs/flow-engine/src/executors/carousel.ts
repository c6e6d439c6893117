import { instagramLimits, type NodeOf } from '@instaflow/flow-model';
import type { OutgoingMessage } from '../effect';
import { buildButtons } from './build-messages';
import { withFilledTemplates, type Fill } from './fill';
import { forKind } from './for-kind';
import { resumeSending, sendAndWait } from './send-and-wait';

type Card = NonNullable<NodeOf<'carousel'>['elements']>[number];
type OutgoingCard = NonNullable<OutgoingMessage['elements']>[number];

export const executeCarousel = forKind('carousel', (context) => {
  const { node, input } = context;
  if (input.kind !== 'enter') return resumeSending(node, context);
  return withFilledTemplates(context, (fill) => {
    const cards = (node.elements ?? []).slice(0, instagramLimits.carouselElements);
    const elements = cards.map((card) => buildCard(card, fill)).filter(({ title }) => title !== '');
    return sendAndWait(node, elements.length > 0 ? [{ elements }] : [], context);
  });
});

function buildCard({ title, subtitle, imageUrl, url, buttons }: Card, fill: Fill): OutgoingCard {
  const built = buildButtons(buttons ?? [], fill);
  const [filledSubtitle, filledImage, filledUrl] = [fill(subtitle), fill(imageUrl), fill(url)];
  return {
    title: cut(fill(title)),
    ...(filledSubtitle ? { subtitle: cut(filledSubtitle) } : {}),
    ...(filledImage ? { imageUrl: filledImage } : {}),
    ...(filledUrl ? { url: filledUrl } : {}),
    ...(built.length > 0 ? { buttons: built } : {}),
  };
}

function cut(text: string): string {
  return [...text.trim()].slice(0, instagramLimits.cardTextLength).join('');
}
