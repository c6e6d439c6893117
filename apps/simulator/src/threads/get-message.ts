import { ControlError } from '../state/control-error';
import type { World } from '../state/world';
import type { Message } from './message';

/** A message of this person's thread. Throws a ControlError when it is not there. */
export function getMessage(world: World, igsid: string, mid: string): Message {
  const message = world.messages.get(mid);
  if (!message || message.igsid !== igsid)
    throw new ControlError(404, `The thread of ${igsid} has no message ${mid}.`);
  return message;
}
