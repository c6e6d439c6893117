import { readDuration, type FlowTestMove } from '@instaflow/flow-model';
import type { TestTexts } from './test-texts';

/** What somebody does in a saved conversation, in words. */
export function describeMove(t: TestTexts, move: FlowTestMove): string {
  switch (move.kind) {
    case 'text':
    case 'story_reply':
      return t(`move.${move.kind}`, { text: move.text });
    case 'tap':
      return t('move.tap', { text: move.title ?? move.payload ?? '' });
    case 'comment':
      return t(move.isLive ? 'move.live_comment' : 'move.comment', { text: move.text });
    case 'ref_link':
      return t('move.ref_link', { text: move.ref });
    case 'pass':
      return t('move.pass', { duration: shorten(readDuration(move.duration)) });
    default:
      return t(`move.${move.kind}`);
  }
}

const units = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
] as const;

/** `2 h` rather than `7200 s`. */
function shorten(ms: number): string {
  const fit = units.find(([, unitMs]) => ms >= unitMs && ms % unitMs === 0);
  return fit ? `${String(ms / fit[1])} ${fit[0]}` : `${String(ms / 1_000)} s`;
}
