import type { Effect, OutgoingMessage } from '@instaflow/flow-engine';
import type { PictureRow } from './list-picture-rows';

/** One state of the recorded screen. */
export type PictureFrame = {
  /** How many rows are on it, from the first. */
  shown: number;
  /** Which of the three typing dots is raised; null while nothing is typed. */
  raisedDot: 0 | 1 | 2 | null;
  /** How long it stays; a multiple of 10 ms, which is what a GIF can say. */
  holdMs: number;
};

const dots = [0, 1, 2] as const;
const typingMs = 600;
const gapHoldMs = 1_000;
const leastReadMs = 900;
const mostReadMs = 1_800;
/** About forty letters a second: quicker than reading aloud, slow enough to follow. */
const letterMs = 25;
/** A picture is looked at before the next message comes. */
const mediaMs = 1_400;
/** How long the end stays before a GIF begins anew. */
const endMs = 1_800;

/** The longest a recording plays. */
export const mostPlayedMs = 60_000;
/** Shorter than this, typing is only a flicker. */
const leastTypingMs = 300;

/** The states of the screen one after the other. Long talks are sped up evenly, and then without typing. */
export function planFrames(rows: readonly PictureRow[]): PictureFrame[] {
  const natural = listFrames(rows, true);
  const speed = mostPlayedMs / sumHolds(natural);
  if (speed >= 1) return natural;
  if (typingMs * speed >= leastTypingMs) return speedUp(natural, speed);
  const untyped = listFrames(rows, false);
  return speedUp(untyped, Math.min(1, mostPlayedMs / sumHolds(untyped)));
}

/** How long frames play, in milliseconds. */
export function sumHolds(frames: readonly PictureFrame[]): number {
  return frames.reduce((sum, { holdMs }) => sum + holdMs, 0);
}

function listFrames(rows: readonly PictureRow[], hasTyping: boolean): PictureFrame[] {
  return rows.flatMap((row, index): PictureFrame[] => {
    const isLast = index === rows.length - 1;
    const holdMs = readMs(row) + (isLast ? endMs : 0);
    const shown: PictureFrame = { shown: index + 1, raisedDot: null, holdMs };
    return hasTyping && isTyped(row) ? [...typing(index), shown] : [shown];
  });
}

function typing(shown: number): PictureFrame[] {
  return dots.map((raisedDot) => ({ shown, raisedDot, holdMs: typingMs / dots.length }));
}

function speedUp(frames: readonly PictureFrame[], speed: number): PictureFrame[] {
  return frames.map((frame) => ({
    ...frame,
    // Browsers take anything below 20 ms for a tenth of a second.
    holdMs: Math.max(20, Math.floor((frame.holdMs * speed) / 10) * 10),
  }));
}

function isTyped(row: PictureRow): boolean {
  return row.kind === 'line' && row.line.kind === 'effect' && findMessage(row.line.effect) !== null;
}

function readMs(row: PictureRow): number {
  if (row.kind === 'gap') return gapHoldMs;
  if (row.line.kind === 'event') return readTextMs(row.line.event.text ?? '');
  const message = findMessage(row.line.effect);
  if (message === null) return leastReadMs;
  const { text = '', media, images = [], elements = [] } = message;
  const words = [text, ...elements.flatMap(({ title, subtitle = '' }) => [title, subtitle])].join(' ');
  const hasMedia = media !== undefined || images.length > 0 || elements.length > 0;
  return Math.max(readTextMs(words), hasMedia ? mediaMs : 0);
}

function readTextMs(text: string): number {
  const ms = Math.round((text.trim().length * letterMs) / 10) * 10;
  return Math.min(mostReadMs, Math.max(leastReadMs, ms));
}

function findMessage(effect: Effect): OutgoingMessage | null {
  return effect.kind === 'send_message' || effect.kind === 'private_reply' ? effect.message : null;
}
