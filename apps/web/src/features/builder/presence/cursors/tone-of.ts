/** Groups of steps whose colours are told apart most easily; their names read on them in both themes. */
const tones = ['send', 'start', 'people', 'ask', 'logic', 'contact'] as const;

export type CursorTone = (typeof tones)[number];

/** The colour of somebody's pointer: the same for the same person in every window and on every day. */
export function toneOf(userId: string): CursorTone {
  // FNV-1a: ids that were made one after the other differ in few digits, and still spread.
  let hash = 0x81_1c_9d_c5;
  for (let index = 0; index < userId.length; index += 1) {
    hash = Math.imul(hash ^ userId.charCodeAt(index), 0x01_00_01_93) >>> 0;
  }
  return tones[hash % tones.length] ?? 'send';
}
