/** Instagram's limit for one text message, in bytes of UTF-8. */
export const textLimitBytes = 1_000;

/** Length of a text as Instagram counts it. */
export const countBytes = (text: string): number => new TextEncoder().encode(text).length;

/** Into how many messages the server will at least have to split a text. */
export const countMessages = (text: string): number =>
  Math.max(1, Math.ceil(countBytes(text) / textLimitBytes));
