import type { Simulation } from '../simulation';
import type { Message } from '../threads/message';
import type { Thread } from '../threads/thread';

const windowMs = 24 * 3_600_000;

/** A thread as the test phone and tests read it: all messages in order, and the state around them. */
export function showThread(simulation: Simulation, target: { accountId: string; igsid: string }) {
  const { world, clock } = simulation;
  const thread = world.threads.get(target.igsid);
  const now = clock.now();
  const person = world.persons.get(target.igsid) ?? null;
  if (!thread) return { ...target, person, now, ...nothingYet };
  const { conversationId, folder, businessFolder, owner, typingUntil, seenByBusinessAt } = thread;
  return {
    ...target,
    person,
    now,
    conversationId,
    folder,
    businessFolder,
    owner,
    ...windowOf(thread, now),
    isTyping: typingUntil > now,
    typingUntil,
    seenByBusinessAt,
    messages: thread.mids.flatMap((mid): Message | Message[] => world.messages.get(mid) ?? []),
  };
}

const nothingYet = {
  conversationId: null,
  folder: 'inbox',
  businessFolder: 'primary',
  owner: 'app',
  windowClosesAt: null,
  isWindowOpen: false,
  isTyping: false,
  typingUntil: 0,
  seenByBusinessAt: 0,
  messages: [],
};

function windowOf({ windowOpenedAt }: Thread, now: number) {
  if (windowOpenedAt === null) return { windowClosesAt: null, isWindowOpen: false };
  const windowClosesAt = windowOpenedAt + windowMs;
  return { windowClosesAt, isWindowOpen: now <= windowClosesAt };
}
