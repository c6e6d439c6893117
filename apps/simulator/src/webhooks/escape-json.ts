/**
 * JSON as Meta puts it on the wire: every character beyond ASCII as \uXXXX with lowercase hex, and every
 * slash escaped. The signature covers these bytes, which is why re-serialising a parsed body breaks it.
 */
export function escapeJson(value: unknown): string {
  return JSON.stringify(value).replace(/[\u0080-\uffff]|\//g, (character) =>
    character === '/' ? '\\/' : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
