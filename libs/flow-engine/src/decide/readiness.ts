import { findOptInWord, findOptOutWord } from '../text/opt-words';
import type { TurnInput } from '../turn';
import { hasTap, type Utterance } from './utterance';

/** A burst is answered after this many debounce windows, however long it goes on. */
const maxWindows = 4;

export type Readiness = { at: number; reason: 'debounce' | 'cooldown' };

/**
 * When an utterance may be answered: a tap, a comment and an opt-out word at once; free text when the person has
 * stopped writing for the debounce window, and not before the cooldown after our last message.
 */
export function findReadiness(utterance: Utterance, { now, account, conversation }: TurnInput): Readiness {
  const atOnce: Readiness = { at: 0, reason: 'debounce' };
  if (utterance.kind !== 'message' || hasTap(utterance) || hasOptWord(utterance)) return atOnce;
  // A platform clock ahead of ours must not put the answer off.
  const times = utterance.events.map(({ at, receivedAt }) => Math.min(receivedAt ?? at, now));
  const first = Math.min(...times);
  const last = Math.max(...times);
  const { debounceWindowMs, cooldownMs } = account.settings;
  const debounceEnd = Math.min(last + debounceWindowMs, first + maxWindows * debounceWindowMs);
  const { lastAutomatedAt } = conversation;
  const cooldownEnd = lastAutomatedAt === null ? 0 : Math.min(lastAutomatedAt, now) + cooldownMs;
  return debounceEnd >= cooldownEnd
    ? { at: debounceEnd, reason: 'debounce' }
    : { at: cooldownEnd, reason: 'cooldown' };
}

function hasOptWord({ events }: Utterance): boolean {
  return events.some(({ text }) => text !== null && (findOptOutWord(text) ?? findOptInWord(text)) !== null);
}
