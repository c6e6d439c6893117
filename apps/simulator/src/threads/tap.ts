import { z } from 'zod';
import { getAccount } from '../accounts/get-account';
import { getPerson } from '../persons/get-person';
import type { Simulation } from '../simulation';
import { ControlError } from '../state/control-error';
import { emitPersonEvent } from './emit-person-event';
import { getMessage } from './get-message';
import type { Button, Message } from './message';
import { openThread } from './open-thread';
import { receiveMessage } from './receive-message';
import { takeReferral } from './referral';
import { storeMessage } from './store-message';

export const tapSchema = z.strictObject({
  kind: z.enum(['quick_reply', 'button', 'ice_breaker', 'menu']),
  /** The message that carries the quick reply or button. */
  mid: z.string().optional(),
  /** Which one: by payload, or by position (over all cards of a carousel, in order). */
  payload: z.string().optional(),
  index: z.int().min(0).optional(),
});

export type Tap = z.infer<typeof tapSchema>;
type Target = { accountId: string; igsid: string };

/** A person taps something the business offered. A link opens in the browser and tells the app nothing. */
export function tap(
  simulation: Simulation,
  target: Target,
  input: Tap,
): { mid: string | null; url?: string } {
  getPerson(simulation.world, target.accountId, target.igsid);
  if (input.kind === 'quick_reply') return tapQuickReply(simulation, target, input);
  const button = pick(offered(simulation, target, input), input);
  if (button.type === 'web_url') return { mid: null, url: button.url };
  return tapPostback(simulation, target, {
    kind: input.kind,
    title: button.title,
    payload: button.payload ?? '',
  });
}

function tapQuickReply(simulation: Simulation, target: Target, input: Tap): { mid: string } {
  const { quickReplies = [] } = getMessage(simulation.world, target.igsid, input.mid ?? '');
  const chosen = pick(quickReplies, input);
  const message = receiveMessage(simulation, target, {
    text: chosen.title,
    quickReply: { payload: chosen.payload },
  });
  return { mid: message.mid };
}

function offered(simulation: Simulation, target: Target, input: Tap): Button[] {
  if (input.kind === 'button') {
    const { buttons = [], elements = [] } = getMessage(simulation.world, target.igsid, input.mid ?? '');
    return [...buttons, ...elements.flatMap((element) => element.buttons)];
  }
  const account = getAccount(simulation.world, target.accountId);
  if (input.kind === 'menu') return account.persistentMenu.flatMap((menu) => menu.call_to_actions);
  return account.iceBreakers.flatMap((set) =>
    set.call_to_actions.map(({ question, payload }) => ({
      type: 'postback' as const,
      title: question,
      payload,
    })),
  );
}

function pick<Item extends { payload?: string }>(items: Item[], input: Tap): Item {
  const item =
    input.payload === undefined
      ? items[input.index ?? 0]
      : items.find((candidate) => candidate.payload === input.payload);
  if (!item) throw new ControlError(404, `There is no such ${input.kind} to tap.`);
  return item;
}

function tapPostback(
  simulation: Simulation,
  target: Target,
  postback: { kind: 'button' | 'ice_breaker' | 'menu'; title: string; payload: string },
): { mid: string } {
  const { world, ids, clock } = simulation;
  const { kind, title, payload } = postback;
  const at = clock.now();
  const message: Message = {
    mid: ids.message(),
    ...target,
    direction: 'in',
    source: 'person',
    at,
    text: title,
    tapped: { kind, payload },
  };
  const thread = openThread(simulation, target);
  const person = getPerson(world, target.accountId, target.igsid);
  if (opensWindow(simulation, kind)) {
    thread.windowOpenedAt = at;
    person.hasConsented = true;
  }
  const referral = takeReferral(person);
  storeMessage(simulation, message);
  emitPersonEvent(simulation, {
    ...target,
    field: 'messaging_postbacks',
    kind: 'postback',
    at,
    body: {
      postback: {
        ...(world.switches.postbackCarriesMid ? { mid: message.mid } : {}),
        title,
        payload,
        ...(referral ? { referral } : {}),
      },
    },
  });
  return { mid: message.mid };
}

/** A tap on the menu surely opens the window; for the others Meta is not clear. */
function opensWindow({ world }: Simulation, kind: 'button' | 'ice_breaker' | 'menu'): boolean {
  if (kind === 'menu') return true;
  return kind === 'button' ? world.switches.postbackOpensWindow : world.switches.iceBreakerOpensWindow;
}
