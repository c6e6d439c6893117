import { readDuration, type FlowTestMove } from '@instaflow/flow-model';
import type { Talk } from '../talk';
import { talkMoveSchema, type TalkMove, type TalkMoveInput } from '../talk-move';
import { listShownButtons } from './read-messages';

export type MadeMove =
  { ok: true; move: TalkMove } | { ok: false; expected: string; actual: string[]; message: string };

/** The move as the talk plays it; a button is looked for among those the person sees. */
export function toTalkMove(talk: Talk, move: FlowTestMove): MadeMove {
  if (move.kind === 'pass') return toMove({ kind: 'pass', ms: readDuration(move.duration) });
  if (move.kind !== 'tap') return toMove(move);
  const { title, payload } = move;
  if (payload !== undefined) return toMove({ kind: 'tap', payload, title: title ?? null });
  const shown = listShownButtons(talk);
  const button = shown.findLast((candidate) => candidate.title === title);
  if (button) return toMove({ kind: 'tap', payload: button.payload, title: button.title, as: button.as });
  const actual = shown.map((candidate) => candidate.title);
  const expected = title ?? '';
  return { ok: false, expected, actual, message: `There is no button “${expected}” to tap.` };
}

function toMove(move: TalkMoveInput): MadeMove {
  return { ok: true, move: talkMoveSchema.parse(move) };
}
