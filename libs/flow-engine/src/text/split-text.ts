import { countUtf8Bytes } from '@instaflow/flow-model';

export type TextLimit = { bytes: number; characters: number };

type Size = TextLimit;

/**
 * A text as pieces that each fit the limit: broken at paragraph and sentence ends, else between words, and inside a
 * word only when the word alone is too long. Nothing is left out but the spaces at the breaks. Linear.
 */
export function splitText(text: string, limit: TextLimit): string[] {
  const pieces: string[] = [];
  let current = '';
  let size: Size = { bytes: 0, characters: 0 };
  for (const part of listParts(text.trim(), limit)) {
    if (!isWithin(add(size, measure(part.trimEnd())), limit)) {
      pieces.push(current);
      current = '';
      size = { bytes: 0, characters: 0 };
    }
    const added = current === '' ? part.trimStart() : part;
    current += added;
    size = add(size, measure(added));
  }
  pieces.push(current);
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== '');
}

function listParts(text: string, limit: TextLimit): string[] {
  if (fits(text, limit)) return [text];
  return text
    .split(/(?<=[.!?…。！？]["”»)]*\s)|(?<=\n)/u)
    .flatMap((sentence) => (fits(sentence, limit) ? [sentence] : sentence.split(/(?<=\s)/u)))
    .flatMap((word) => (fits(word, limit) ? [word] : chop(word, limit)));
}

function chop(word: string, limit: TextLimit): string[] {
  const chunks: string[] = [];
  let chunk = '';
  let size: Size = { bytes: 0, characters: 0 };
  for (const character of word) {
    const own = measure(character);
    if (!isWithin(add(size, own), limit)) {
      chunks.push(chunk);
      chunk = '';
      size = { bytes: 0, characters: 0 };
    }
    chunk += character;
    size = add(size, own);
  }
  return [...chunks, chunk];
}

function fits(text: string, limit: TextLimit): boolean {
  return isWithin(measure(text.trimEnd()), limit);
}

function measure(text: string): Size {
  return { bytes: countUtf8Bytes(text), characters: text.length };
}

function add(a: Size, b: Size): Size {
  return { bytes: a.bytes + b.bytes, characters: a.characters + b.characters };
}

function isWithin(size: Size, limit: TextLimit): boolean {
  return size.bytes <= limit.bytes && size.characters <= limit.characters;
}
