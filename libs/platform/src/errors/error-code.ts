/**
 * The `code` of a system, PostgreSQL or network error ("ENOENT", "28P01"), if there is one. Asks for the property and
 * not for the class: errors that come from Node itself fail `instanceof Error` inside Jest's sandbox.
 */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
