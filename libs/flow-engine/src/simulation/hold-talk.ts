import type { JsonValue } from '@instaflow/flow-model';
import type { RunState } from '../run-state';
import type { Talk, TalkLine, TalkStep, TalkTurn, ValueChange } from './talk';

/** One move of a talk: before it, after everything that followed from it, and where it is looked at. */
export type TalkHold = {
  before: Talk;
  after: Talk;
  /** Place among the steps of the move: this one has not been carried out yet. */
  place: number;
};

/**
 * The first step of a move, from `from` on, that a run enters and `isHeld` asks to be held before; null when there is
 * none. A run that comes back to a step it stood at does not enter it.
 */
export function findHold(
  { before, after }: Pick<TalkHold, 'before' | 'after'>,
  { from, isHeld }: { from: number; isHeld: (step: TalkStep) => boolean },
): TalkHold | null {
  const seen = new Set(listSteps(before.turns).map(visitOf));
  const place = listSteps(turnsOf({ before, after })).findIndex((step, index) => {
    const isEntered = !seen.has(visitOf(step));
    seen.add(visitOf(step));
    return isEntered && index >= from && isHeld(step);
  });
  return place === -1 ? null : { before, after, place };
}

/** The step a held talk stands before. */
export function findHeldStep(hold: TalkHold): TalkStep | null {
  return listSteps(turnsOf(hold))[hold.place] ?? null;
}

/**
 * The talk as it is at the hold: what was said, done and known before the step. Nothing is played anew, so that going
 * on shows what was going to happen anyway.
 */
export function talkAtHold(hold: TalkHold): Talk {
  const { before, after, place } = hold;
  const held = findHeldStep(hold);
  const turns = turnsOf(hold);
  const at = turns.findIndex((_turn, index) => listSteps(turns.slice(0, index + 1)).length > place);
  const turn = turns[at];
  if (!held || !turn) return after;
  const rest = place - listSteps(turns.slice(0, at)).length;
  const begun = cutTurn(turn, rest, held);
  const shown = [...turns.slice(0, at), begun];
  const changes = listSteps(shown).flatMap((step) => step.changes);
  return {
    ...after,
    now: turn.at,
    contact: withChanges(before, changes),
    conversation: { ...before.conversation, windowExpiresAt: after.conversation.windowExpiresAt },
    run: runAt(hold, held, changes),
    nextWakeAt: null,
    pending: [],
    results: [],
    lines: [...before.lines, ...linesAt(hold)],
    turns: [...before.turns, ...shown],
  };
}

function turnsOf({ before, after }: Pick<TalkHold, 'before' | 'after'>): TalkTurn[] {
  return after.turns.slice(before.turns.length);
}

function listSteps(turns: readonly TalkTurn[]): TalkStep[] {
  return turns.flatMap(({ steps }) => steps);
}

function visitOf({ runId, nodeId, visit }: TalkStep): string {
  return JSON.stringify([runId, nodeId, visit]);
}

function cutTurn(turn: TalkTurn, count: number, held: TalkStep): TalkTurn {
  const { runId, nodeId } = held;
  return {
    ...turn,
    steps: turn.steps.slice(0, count),
    run: { runId, status: 'running', reason: null, nodeId },
  };
}

/** What has happened of the move: what a later step does is still to come, and so is the word that the run failed. */
function linesAt({ before, after, place }: TalkHold): TalkLine[] {
  const later = new Set(
    listSteps(turnsOf({ before, after }))
      .slice(place)
      .flatMap(({ effectKeys }) => effectKeys),
  );
  return after.lines
    .slice(before.lines.length)
    .filter((line) => line.kind === 'event' || !(later.has(line.effect.key) || tellsOfEnd(line)));
}

function tellsOfEnd({ effect }: Extract<TalkLine, { kind: 'effect' }>): boolean {
  return effect.kind === 'notify_owner';
}

function runAt(
  { before, after }: TalkHold,
  { runId, flowId, flowVersionId, nodeId }: TalkStep,
  changes: readonly ValueChange[],
): RunState | null {
  if (after.run === null) return null;
  const known = before.run?.runId === runId ? before.run.context : {};
  return {
    ...after.run,
    ...{ runId, flowId, flowVersionId, nodeId },
    status: 'running',
    reason: null,
    waitingFor: null,
    wakeAt: null,
    endedAt: null,
    context: change(known, changes, 'flow.'),
  };
}

function withChanges({ contact }: Talk, changes: readonly ValueChange[]): Talk['contact'] {
  const tags = changes.findLast(({ name }) => name === 'contact.tags')?.after;
  const isTags = Array.isArray(tags) && tags.every((tag) => typeof tag === 'string');
  const attributes = changes.filter(({ name }) => name !== 'contact.tags');
  return {
    ...contact,
    ...(isTags && { tags }),
    customAttributes: change(contact.customAttributes, attributes, 'contact.'),
  };
}

function change(
  values: Readonly<Record<string, JsonValue>>,
  changes: readonly ValueChange[],
  prefix: string,
): Record<string, JsonValue> {
  const known = new Map(Object.entries(values));
  for (const { name, after } of changes) {
    if (!name.startsWith(prefix)) continue;
    if (after === null) known.delete(name.slice(prefix.length));
    else known.set(name.slice(prefix.length), after);
  }
  return Object.fromEntries(known);
}
