/** A typed text as the kind of value it replaces: numbers stay numbers, yes/no stays yes/no, the rest is text. */
export function parseAttribute(text: string, previous: unknown): string | number | boolean {
  if (typeof previous === 'number' && text.trim() !== '' && Number.isFinite(Number(text)))
    return Number(text);
  if (typeof previous === 'boolean' && /^(true|false)$/.test(text.trim())) return text.trim() === 'true';
  return text;
}
