import type { Simulation } from '../simulation';
import type { Message } from './message';
import { openThread } from './open-thread';

/** Adds a message to its thread and tells the test phone. */
export function storeMessage(simulation: Simulation, message: Message, folder?: 'inbox' | 'requests'): void {
  const { world, changes } = simulation;
  const { accountId, igsid } = message;
  const thread = openThread(simulation, { accountId, igsid, folder });
  world.messages.set(message.mid, message);
  thread.mids.push(message.mid);
  thread.updatedAt = message.at;
  if (message.source === 'api') thread.businessFolder = 'general';
  else if (message.source === 'app' && thread.businessFolder === 'requests')
    thread.businessFolder = 'primary';
  if (message.direction === 'out') thread.typingUntil = 0;
  else thread.folder = 'inbox';
  changes.publish({ kind: 'thread', accountId, igsid });
}
