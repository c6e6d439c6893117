import { advanceRun } from '../advance-run';
import { buildReply } from '../run/build-reply';
import { matchLeftOver, matchReply } from '../run/match-reply';
import { isEnded } from '../run/run-transitions';
import type { TurnInput } from '../turn';
import { ignore } from './decide-lone-event';
import { isFlowPaused } from './is-flow-paused';
import type { Utterance } from './utterance';
import { choose, reject, type Candidates, type Verdict } from './verdict';
import { walkEnvironment } from './walk-environment';

/** The contact's waiting run, when it wants this answer. */
export function decideWaitingRun(
  input: TurnInput,
  utterance: Utterance,
  candidates: Candidates,
): Verdict | null {
  return answerRun(input, utterance, candidates, false);
}

/** The waiting run once more, after all else: an invalid answer to a question, or a message's default way on. */
export function decideLeftOver(
  input: TurnInput,
  utterance: Utterance,
  candidates: Candidates,
): Verdict | null {
  return answerRun(input, utterance, candidates, true);
}

function answerRun(
  input: TurnInput,
  utterance: Utterance,
  candidates: Candidates,
  isLeftOver: boolean,
): Verdict | null {
  const { run, contact, account } = input;
  if (!run || isEnded(run)) return null;
  const kind = isLeftOver ? 'invalid_input' : 'waiting_run';
  const environment = walkEnvironment(input, utterance);
  const source = environment.findVersion(run.flowVersionId);
  const about = { id: run.runId, name: source?.name ?? null };
  if (isFlowPaused(run, environment.findVersion)) return reject(candidates, kind, 'flow_paused', about);
  const reply = buildReply(utterance.events);
  const question = { run, reply, contact, account, findVersion: environment.findVersion };
  const matched = isLeftOver ? matchLeftOver(question) : matchReply(question);
  if (!matched.match) return reject(candidates, kind, matched.reason, about);
  choose(candidates, kind, matched.match.how, about);
  const answer = { kind: 'reply' as const, events: utterance.events };
  return {
    ...ignore(input)(kind),
    ...advanceRun({ ...environment, run, contact, input: answer }),
    outcome: 'consumed',
  };
}
