import { getPerson } from '../persons/get-person';
import type { Simulation } from '../simulation';
import { ControlError } from '../state/control-error';
import { emitPersonEvent } from './emit-person-event';
import { getMessage } from './get-message';
import type { Message } from './message';
import { openThread } from './open-thread';
import { describeLink } from './referral';

type Target = { accountId: string; igsid: string };

/** The person has seen the thread up to a message (default: the newest of the business). */
export function readThread(simulation: Simulation, target: Target, mid?: string): { mid: string | null } {
  const { world } = simulation;
  getPerson(world, target.accountId, target.igsid);
  const sent = (world.threads.get(target.igsid)?.mids ?? [])
    .map((id) => getMessage(world, target.igsid, id))
    .filter((message) => message.direction === 'out');
  const last = mid === undefined ? sent.at(-1) : getMessage(world, target.igsid, mid);
  if (!last || last.isSeen) return { mid: null };
  for (const message of sent) if (message.at <= last.at) message.isSeen = true;
  emit(simulation, target, { field: 'messaging_seen', kind: 'read', body: { read: { mid: last.mid } } });
  return { mid: last.mid };
}

/** The person reacts to a message, or takes the reaction back (`emoji` null). */
export function reactToMessage(
  simulation: Simulation,
  target: Target,
  input: { mid: string; emoji: string | null },
): void {
  const { world, clock } = simulation;
  const message = getMessage(world, target.igsid, input.mid);
  message.personReaction = input.emoji ?? undefined;
  if (input.emoji && world.switches.reactionOpensWindow) {
    openThread(simulation, target).windowOpenedAt = clock.now();
  }
  const reaction = input.emoji
    ? { mid: input.mid, action: 'react', reaction: reactionName(input.emoji), emoji: input.emoji }
    : { mid: input.mid, action: 'unreact' };
  emit(simulation, target, { field: 'message_reactions', kind: 'reaction', body: { reaction } });
}

/** The person takes back a message of their own: its content is gone. */
export function unsendMessage(simulation: Simulation, target: Target, mid: string): void {
  const message = getOwnMessage(simulation, target, mid);
  message.isDeleted = true;
  message.text = undefined;
  message.attachments = undefined;
  emit(simulation, target, {
    field: 'messages',
    kind: 'deletion',
    body: { message: { mid, is_deleted: true } },
  });
}

const maxEdits = 5;

/** The person rewrites a message of their own; Instagram allows five edits. */
export function editMessage(
  simulation: Simulation,
  target: Target,
  input: { mid: string; text: string },
): void {
  const message = getOwnMessage(simulation, target, input.mid);
  const edits = (message.editCount ?? 0) + 1;
  if (edits > maxEdits) throw new ControlError(409, 'A message can be edited five times.');
  message.editCount = edits;
  message.text = input.text;
  const { editCountAsText, editCarriesText } = simulation.world.switches;
  const count = editCountAsText ? String(edits) : edits;
  const text = editCarriesText ? input.text : null;
  emit(simulation, target, {
    field: 'message_edit',
    kind: 'edit',
    body: { message_edit: { mid: input.mid, text, num_edit: count } },
  });
}

/** The person follows an ig.me link. Into a new thread it says nothing: the first message will carry it. */
export function followLink(simulation: Simulation, target: Target, ref: string): { isTold: boolean } {
  const { world, clock } = simulation;
  const person = getPerson(world, target.accountId, target.igsid);
  const thread = world.threads.get(target.igsid);
  const referral = describeLink(ref);
  if (!thread || thread.mids.length === 0) {
    person.pendingReferral = referral;
    simulation.changes.publish({ kind: 'person', ...target });
    return { isTold: false };
  }
  if (world.switches.linkOpensWindow) {
    person.hasConsented = true;
    thread.windowOpenedAt = clock.now();
  }
  emit(simulation, target, { field: 'messaging_referral', kind: 'referral', body: { referral } });
  return { isTold: true };
}

function getOwnMessage(simulation: Simulation, target: Target, mid: string): Message {
  const message = getMessage(simulation.world, target.igsid, mid);
  if (message.direction !== 'in' || message.isDeleted) {
    throw new ControlError(409, 'A person can change only messages of their own that still exist.');
  }
  return message;
}

function emit(
  simulation: Simulation,
  target: Target,
  event: { field: string; kind: string; body: Record<string, unknown> },
): void {
  emitPersonEvent(simulation, { ...target, ...event, at: simulation.clock.now() });
  simulation.changes.publish({ kind: 'thread', ...target });
}

function reactionName(emoji: string): string {
  return emoji === '❤' || emoji === '❤️' ? 'love' : 'other';
}
