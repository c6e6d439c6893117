import type { Simulation } from '../simulation';
import type { Thread } from './thread';

/** The thread between an account and a person; made when the first message needs it. */
export function openThread(
  simulation: Simulation,
  options: { accountId: string; igsid: string; folder?: Thread['folder'] },
): Thread {
  const { world, ids, clock } = simulation;
  const existing = world.threads.get(options.igsid);
  if (existing) return existing;
  const thread: Thread = {
    conversationId: ids.conversation(),
    accountId: options.accountId,
    igsid: options.igsid,
    owner: 'app',
    folder: options.folder ?? 'inbox',
    businessFolder: world.persons.get(options.igsid)?.follows === false ? 'requests' : 'primary',
    windowOpenedAt: null,
    updatedAt: clock.now(),
    typingUntil: 0,
    seenByBusinessAt: 0,
    mids: [],
  };
  world.threads.set(options.igsid, thread);
  return thread;
}
