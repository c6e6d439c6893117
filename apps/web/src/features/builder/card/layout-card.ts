import {
  buttonPayload,
  conditionKey,
  isKind,
  listOutlets,
  type Button,
  type FlowNode,
  type Outlet,
} from '@instaflow/flow-model';
import { cardMetrics as metrics } from './card-metrics';
import { estimateLines } from './estimate-lines';
import { listCardFacts } from './list-card-facts';
import { readBubbleText } from './read-bubble-text';

type Place = { top: number; height: number };
/** A piece of a card's body. A piece with an `outlet` carries that output's handle at the middle of its right edge. */
export type CardBlock = Place &
  (
    | { kind: 'bubble'; text: string; lines: number }
    | { kind: 'facts' }
    | { kind: 'media'; mediaType: string; url: string }
    | { kind: 'button'; style: Button['type']; text: string; outlet: Outlet | null }
    | { kind: 'outlet'; outlet: Outlet }
  );
export type CardLayout = { height: number; blocks: CardBlock[] };

type Piece = CardBlock extends infer B ? (B extends Place ? Omit<B, 'top'> : never) : never;

const bubbleWidth = metrics.width - 2 * metrics.padding - 2 * metrics.bubblePaddingX;

/** Places everything a card shows, from the document alone: the same node always gives the same card. */
export function layoutCard(node: FlowNode): CardLayout {
  const blocks: CardBlock[] = [];
  let top: number = metrics.headerHeight + metrics.padding;
  for (const piece of listPieces(node)) {
    blocks.push(Object.assign(piece, { top }));
    top += piece.height + metrics.gap;
  }
  return { height: top - metrics.gap + metrics.padding, blocks };
}

function listPieces(node: FlowNode): Piece[] {
  const outlets = listShownOutlets(node);
  const buttons = listButtons(node).map((button) => toButtonPiece(button, outlets));
  const onButtons = new Set(buttons.map(({ outlet }) => outlet?.id));
  return [
    ...mediaPieces(node),
    ...bubblePieces(node),
    ...factPieces(node),
    ...buttons,
    ...outlets
      .filter(({ id }) => !onButtons.has(id))
      .map((outlet) => ({ kind: 'outlet' as const, outlet, height: metrics.outletHeight })),
  ];
}

/** Rare outlets (failed, window closed) take room on the card only once they lead somewhere. */
export function listShownOutlets(node: FlowNode): Outlet[] {
  const outlets = listOutlets(node);
  if (!outlets.some(({ isException }) => isException)) return outlets;
  const connected = new Set(node.connections.map(({ condition }) => conditionKey(condition)));
  return outlets.filter(({ id, isException }) => !isException || connected.has(id));
}

function toButtonPiece(button: Button, outlets: Outlet[]) {
  const payload = buttonPayload(button);
  const outlet = outlets.find(
    ({ condition }) => condition?.type === 'button_payload' && condition.value === payload,
  );
  return {
    kind: 'button' as const,
    style: button.type,
    text: button.text,
    outlet: button.type === 'web_url' ? null : (outlet ?? null),
    height: metrics.rowHeight,
  };
}

function listButtons(node: FlowNode): Button[] {
  if (isKind(node, 'message')) return node.content?.buttons ?? [];
  if (isKind(node, 'carousel')) return (node.elements ?? []).flatMap(({ buttons }) => buttons ?? []);
  return [];
}

function mediaPieces(node: FlowNode): Piece[] {
  if (isKind(node, 'message') && node.content?.mediaUrl) {
    const { mediaUrl: url, mediaType } = node.content;
    const isPicture = mediaType !== 'audio' && mediaType !== 'file';
    const height = isPicture ? metrics.mediaHeight : metrics.fileHeight;
    return [{ kind: 'media', url, mediaType: mediaType ?? 'image', height }];
  }
  if (!isKind(node, 'carousel')) return [];
  const url = node.elements?.[0]?.imageUrl;
  return url ? [{ kind: 'media', url, mediaType: 'image', height: metrics.mediaHeight }] : [];
}

function bubblePieces(node: FlowNode): Piece[] {
  const text = readBubbleText(node);
  if (text === null) return [];
  const lines = estimateLines({
    text,
    widthPx: bubbleWidth,
    fontSizePx: metrics.fontSize,
    maxLines: metrics.maxTextLines,
  });
  return [{ kind: 'bubble', text, lines, height: lines * metrics.lineHeight + 2 * metrics.bubblePaddingY }];
}

function factPieces(node: FlowNode): Piece[] {
  const count = listCardFacts(node).length;
  return count === 0 ? [] : [{ kind: 'facts', height: count * metrics.factHeight }];
}
