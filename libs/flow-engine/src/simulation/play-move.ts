import { instagramLimits, type JsonValue } from '@instaflow/flow-model';
import type { ContactSnapshot } from '../contact-snapshot';
import { forceBranches } from './force-branches';
import { readEvent } from './read-event';
import { settle, startDirectly } from './settle';
import type { Talk, TalkWorld } from './talk';
import type { TalkMove } from './talk-move';

/** Moments at which something falls due within one move; waits that follow each other without end stop here. */
const maxWakes = 500;

/**
 * Plays one move and everything that follows from it at once, with the interpreter and the decisions of real
 * conversations. Pure: the same talk, move and world give the same talk. Nothing is sent or called: messages arrive
 * and calls are answered as the world says; a direct message outside of the 24-hour window does not arrive. Never
 * throws for any flow document.
 */
export function playMove(talk: Talk, move: TalkMove, world: TalkWorld): Talk {
  const forced = forceBranches(world);
  const played = perform(talk, move, forced);
  return { ...played, moves: talk.moves + 1 };
}

/** Plays moves one after the other in one world. */
export function playMoves(talk: Talk, moves: readonly TalkMove[], world: TalkWorld): Talk {
  return moves.reduce((played, move) => playMove(played, move, world), talk);
}

function perform(talk: Talk, move: TalkMove, world: TalkWorld): Talk {
  switch (move.kind) {
    case 'start':
      return startDirectly(openWindow(talk), world);
    case 'pass':
      return passUntil(talk, talk.now + move.ms, world);
    case 'pass_to_wake':
      return talk.nextWakeAt === null ? talk : passUntil(talk, Math.max(talk.now, talk.nextWakeAt), world);
    case 'person':
      return { ...talk, contact: changePerson(talk.contact, move) };
    case 'release':
      return { ...talk, conversation: { ...talk.conversation, status: 'open', automationPausedUntil: null } };
    default: {
      const ids = talk.ids + 1;
      const event = readEvent(move, { id: `event-${ids}`, at: talk.now });
      const line = { kind: 'event' as const, at: talk.now, move: talk.moves, event };
      const heard = { ...talk, ids, lines: [...talk.lines, line], pending: [...talk.pending, event] };
      // Whoever only comments has not written to the account.
      const opened = event.kind === 'comment' ? heard : openWindow(heard);
      return settle(opened, world, 'event');
    }
  }
}

function openWindow(talk: Talk): Talk {
  const windowExpiresAt = talk.now + instagramLimits.windowMs;
  return { ...talk, conversation: { ...talk.conversation, windowExpiresAt } };
}

function passUntil(talk: Talk, end: number, world: TalkWorld): Talk {
  let passing = talk;
  for (let count = 0; count < maxWakes; count += 1) {
    const due = passing.nextWakeAt;
    if (due === null || due > end) break;
    passing = settle({ ...passing, now: Math.max(passing.now, due), nextWakeAt: null }, world, 'timer');
  }
  return { ...passing, now: end };
}

function changePerson(
  contact: ContactSnapshot,
  { isFollower, tags, customAttributes = {} }: Extract<TalkMove, { kind: 'person' }>,
): ContactSnapshot {
  const values: Record<string, JsonValue> = { ...contact.customAttributes, ...customAttributes };
  const kept = Object.entries(values).filter(([, value]) => value !== null);
  return {
    ...contact,
    customAttributes: Object.fromEntries(kept),
    ...(isFollower !== undefined && { isFollower }),
    ...(tags !== undefined && { tags }),
  };
}
