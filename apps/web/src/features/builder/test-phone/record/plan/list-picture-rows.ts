import type { Talk, TalkLine } from '@instaflow/flow-engine';
import { isInRequests } from '../../chat/is-in-requests';
import { isShownLine } from './is-shown-line';

/** One thing on the recorded screen: a bubble, or how much later the next one came. */
export type PictureRow =
  | { kind: 'gap'; ms: number }
  | {
      kind: 'line';
      line: TalkLine;
      /** At that moment the conversation lies among the person's message requests. */
      isRequest: boolean;
    };

/** From this on a pause of the conversation is worth a line of its own. */
const gapMs = 60_000;

/**
 * The conversation as the person at Instagram sees it; what quiet hours hold comes when they end. `talks` are those
 * before each move, and the one after the last.
 */
export function listPictureRows(talks: readonly Talk[]): PictureRow[] {
  const lines = (talks.at(-1)?.lines ?? []).filter(isShownLine).map(arrive);
  lines.sort((one, other) => one.at - other.at);
  return lines.flatMap((line, index) => {
    const before = lines[index - 1];
    const talk = talks[line.move + 1] ?? talks.at(-1);
    const isRequest = talk !== undefined && isInRequests({ ...talk, lines: lines.slice(0, index + 1) });
    const row: PictureRow = { kind: 'line', line, isRequest };
    const pauseMs = before === undefined ? 0 : line.at - before.at;
    return pauseMs < gapMs ? [row] : [{ kind: 'gap', ms: pauseMs }, row];
  });
}

/** The line at the time it reaches the person. */
function arrive(line: TalkLine): TalkLine {
  if (line.kind === 'event' || line.heldUntil === null) return line;
  return { ...line, at: line.heldUntil, delivery: 'done', heldUntil: null };
}
