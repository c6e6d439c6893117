import { splitTemplate } from './split-template';

/** Widths in em, measured on Inter; good to a few per cent, which the explicit heights of the card absorb. */
const narrow = /[ilI.,:;'’|!jtfr()[\]/\\ -]/;
const wide = /[mwMW@%&—…]/;
const capital = /[A-Z0-9#$€£+=<>~]/;
const chipPaddingPx = 8;
const chipFontPx = 12;

/**
 * How many lines a text takes at a width, words kept whole, capped at `maxLines`. Pure arithmetic: the card gets
 * its height from here, so handles and edges are right before anything is drawn.
 */
export function estimateLines({
  text,
  widthPx,
  fontSizePx,
  maxLines,
}: {
  text: string;
  widthPx: number;
  fontSizePx: number;
  maxLines: number;
}): number {
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    lines += countParagraphLines({ paragraph, widthPx, fontSizePx });
    if (lines >= maxLines) return maxLines;
  }
  return Math.max(lines, 1);
}

function countParagraphLines({
  paragraph,
  widthPx,
  fontSizePx,
}: {
  paragraph: string;
  widthPx: number;
  fontSizePx: number;
}): number {
  let lines = 1;
  let usedPx = 0;
  for (const token of listTokens(paragraph)) {
    const tokenPx = token.isChip
      ? measureText(token.text, chipFontPx) + chipPaddingPx
      : measureText(token.text, fontSizePx);
    if (usedPx > 0 && usedPx + tokenPx > widthPx) {
      lines += 1;
      usedPx = 0;
    }
    usedPx += tokenPx;
    while (usedPx > widthPx) {
      lines += 1;
      usedPx -= widthPx;
    }
  }
  return lines;
}

function listTokens(paragraph: string): { text: string; isChip: boolean }[] {
  return splitTemplate(paragraph).flatMap((part): { text: string; isChip: boolean }[] => {
    if (part.kind === 'variable') return [{ text: part.name.replace(/^contact\./, ''), isChip: true }];
    const words: string[] = part.text.match(/\s+|\S+\s?/g) ?? [];
    return words.map((text) => ({ text, isChip: false }));
  });
}

function measureText(text: string, fontSizePx: number): number {
  let em = 0;
  for (const character of text) em += characterEm(character);
  return em * fontSizePx;
}

function characterEm(character: string): number {
  if ((character.codePointAt(0) ?? 0) > 0x2e7f) return 1.25;
  if (narrow.test(character)) return 0.3;
  if (wide.test(character)) return 0.86;
  return capital.test(character) ? 0.67 : 0.58;
}
