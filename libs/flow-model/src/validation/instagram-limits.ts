/** What Instagram accepts in one message (Meta's Messaging API for Instagram, 2026). */
export const instagramLimits = {
  textBytes: 1000,
  /** Text of a button template, in characters. */
  buttonTextLength: 640,
  quickReplies: 13,
  /** Longer titles of quick replies are cut by Instagram, those of buttons refused. */
  titleLength: 20,
  payloadLength: 1000,
  buttons: 3,
  /** Pictures in one message. */
  images: 10,
  carouselElements: 10,
  cardTextLength: 80,
  imageBytes: 8 * 1024 * 1024,
  /** Of a video, an audio or another file. */
  fileBytes: 25 * 1024 * 1024,
  privateReplyAgeMs: 7 * 24 * 3_600_000,
  /** How long after a person's last message anything may be sent and shown. */
  windowMs: 24 * 3_600_000,
} as const;

/** Length in UTF-8, which is how Instagram counts text. */
export function countUtf8Bytes(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
