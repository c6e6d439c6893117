/**
 * A number in [0, 1) that depends on nothing but its arguments: the same seed and purpose roll the same number in
 * every replay (FNV-1a with a final mix).
 */
export function rollDie(seed: string, purpose: string): number {
  let hash = 0x811c9dc5;
  for (const character of `${seed}\u0000${purpose}`) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 0x1_0000_0000;
}
