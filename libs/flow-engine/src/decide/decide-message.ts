import { openPrivateReply } from '../run/open-private-reply';
import { isEnded } from '../run/run-transitions';
import type { TurnInput } from '../turn';
import { decideDefaultReply, decideFallbackRule, decideWelcome } from './decide-fallbacks';
import { fireTrigger, ignore } from './decide-lone-event';
import { decideOpting } from './decide-opting';
import { decideLeftOver, decideWaitingRun } from './decide-waiting-run';
import { findBlock } from './find-block';
import { decideMenuTap } from './decide-menu-tap';
import { findTrigger } from './rank-triggers';
import type { Utterance } from './utterance';
import { choose, reject, type Candidates, type Verdict } from './verdict';

type Decide = (input: TurnInput, utterance: Utterance, candidates: Candidates) => Verdict | null;

/** Who may answer a direct message, in this order; the first that does, does. */
const order: Decide[] = [
  decideOpting,
  decideBlocked,
  decideMenuTap,
  decideWaitingRun,
  decideTrigger,
  decideWelcome,
  decideLeftOver,
  decideAi,
  decideFallbackRule,
  decideDefaultReply,
];

/** Decides who answers a direct message, and answers. */
export function decideMessage(input: TurnInput, utterance: Utterance, candidates: Candidates): Verdict {
  for (const decide of order) {
    const verdict = decide(input, utterance, candidates);
    if (verdict) return letHeldMessagesGo(verdict, input);
  }
  choose(candidates, 'nothing', 'nothing_matched');
  return letHeldMessagesGo(ignore(input)('nothing_matched'), input);
}

function decideBlocked(input: TurnInput, _utterance: Utterance, candidates: Candidates): Verdict | null {
  const block = findBlock(input);
  if (!block) return null;
  reject(candidates, block.kind, block.reason);
  return ignore(input)(block.reason);
}

function decideTrigger(input: TurnInput, utterance: Utterance, candidates: Candidates): Verdict | null {
  const firing = findTrigger(input, utterance, candidates);
  return firing && fireTrigger(input, utterance, firing, candidates);
}

/** The AI's place in the order; it answers nothing yet. */
function decideAi({ account }: TurnInput, _utterance: Utterance, candidates: Candidates): null {
  return reject(candidates, 'ai', account.settings.aiEnabled ? 'ai_not_available' : 'ai_disabled');
}

/** Whatever answers, the person has written: a private reply's held messages may leave, if the run goes on. */
function letHeldMessagesGo(verdict: Verdict, input: TurnInput): Verdict {
  const { run } = verdict;
  if (!run || isEnded(run) || run.runId !== input.run?.runId || findBlock(input)) return verdict;
  const opened = openPrivateReply(run);
  return { ...verdict, run: opened.run, effects: [...opened.effects, ...verdict.effects] };
}
