import type { InboundEvent } from '../inbound-event';
import { endRun, isEnded } from '../run/run-transitions';
import { findOptInWord, findOptOutWord } from '../text/opt-words';
import type { TurnInput } from '../turn';
import { ignore } from './decide-lone-event';
import type { Utterance } from './utterance';
import { choose, type Candidates, type Verdict } from './verdict';

type OptWord = { kind: 'opt_out' | 'opt_in'; word: string };

/** STOP and START, in whatever else was said with them; null when neither was said or START changes nothing. */
export function decideOpting(
  input: TurnInput,
  { events }: Utterance,
  candidates: Candidates,
): Verdict | null {
  const last = events.flatMap(findOptWord).at(-1);
  if (!last || (last.kind === 'opt_in' && !input.contact.optedOut)) return null;
  const { kind, word } = last;
  choose(candidates, kind, word);
  const { contact, run, now, newRunId } = input;
  const isLeaving = kind === 'opt_out';
  const isRunEnding = isLeaving && run !== null && !isEnded(run);
  const key = `${newRunId}/${kind}/0/0`;
  return {
    ...ignore(input)(kind),
    outcome: 'consumed',
    contact: { ...contact, optedOut: isLeaving },
    run: isRunEnding ? endRun(run, 'cancelled', 'opted_out', now) : run,
    effects: [{ kind, word, key, runId: null, flowId: null, flowVersionId: null, nodeId: null }],
  };
}

/** Whether the person asks in `utterance` to be left alone, and did not take it back in the same breath. */
export function isOptOut({ kind, events }: Utterance): boolean {
  return kind === 'message' && events.flatMap(findOptWord).at(-1)?.kind === 'opt_out';
}

/** Only what is written counts: a button may well be called “Stop”. */
function findOptWord({ kind, text }: InboundEvent): OptWord[] {
  if (kind !== 'text' || text === null) return [];
  const optOut = findOptOutWord(text);
  if (optOut !== null) return [{ kind: 'opt_out', word: optOut }];
  const optIn = findOptInWord(text);
  return optIn === null ? [] : [{ kind: 'opt_in', word: optIn }];
}
