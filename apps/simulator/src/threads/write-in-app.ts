import { getPerson } from '../persons/get-person';
import type { Simulation } from '../simulation';
import { createEcho } from './create-echo';
import type { Message } from './message';
import { storeMessage } from './store-message';

/** The owner answers in the Instagram app: no API call, only an echo tells the program. */
export function writeInApp(
  simulation: Simulation,
  target: { accountId: string; igsid: string },
  text: string,
): Message {
  const { world, ids, clock, webhooks } = simulation;
  getPerson(world, target.accountId, target.igsid);
  const message: Message = {
    mid: ids.message(),
    ...target,
    direction: 'out',
    source: 'app',
    at: clock.now(),
    text,
  };
  storeMessage(simulation, message);
  webhooks.emit(createEcho(simulation, message), world.switches.echoDelayMs);
  return message;
}
