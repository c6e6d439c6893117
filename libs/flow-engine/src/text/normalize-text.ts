const emoji = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200d|\ufe0f|\u20e3/gu;

/** Every trigger compares the same message again, and every message the same keywords. */
const cacheSize = 5000;
const maxCachedLength = 200;
const cache = new Map<string, string>();

/** The form in which texts are compared: without case, accents, emoji and extra spaces. */
export function normalizeText(text: string): string {
  const known = cache.get(text);
  if (known !== undefined) return known;
  const normalized = fold(withoutEmoji(withoutEmoji(text).normalize('NFKD')));
  if (text.length > maxCachedLength) return normalized;
  if (cache.size >= cacheSize) cache.clear();
  cache.set(text, normalized);
  return normalized;
}

/** As `normalizeText`, emoji kept (without skin tones): for keywords that are nothing but emoji. */
export function normalizeEmoji(text: string): string {
  return fold(text.replaceAll(/\ufe0f|\p{Emoji_Modifier}/gu, ''));
}

/** Without the punctuation around it, so that “Price?!” is the word “price”. */
export function trimPunctuation(text: string): string {
  return text.replaceAll(/^[\p{P}\p{S}\s]+|[\p{P}\p{S}\s]+$/gu, '');
}

/** Once before and once after a text is taken apart: “™” would leave letters, and “↮” holds an emoji. */
function withoutEmoji(text: string): string {
  return text.replaceAll(emoji, ' ');
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
