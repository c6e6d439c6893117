import { renderTemplate } from '@instaflow/flow-model';
import type { Effect } from '../effect';
import { rollDie } from '../text/roll-die';
import { buildScope } from '../text/read-field';
import type { TriggerSnapshot, TurnInput } from '../turn';
import { findBlock } from './find-block';
import { postOf } from './post-of';
import { findTrigger, type FiringTrigger } from './rank-triggers';
import { startFlow } from './start-flow';
import type { Utterance } from './utterance';
import { choose, reject, type Candidates, type Verdict } from './verdict';

/** What a comment, a story mention or a referral sets off: triggers only. */
export function decideLoneEvent(input: TurnInput, utterance: Utterance, candidates: Candidates): Verdict {
  const untouched = ignore(input);
  const block = findBlock(input);
  if (block) {
    reject(candidates, block.kind, block.reason);
    return untouched(block.reason);
  }
  const firing = findTrigger(input, utterance, candidates);
  if (!firing) {
    choose(candidates, 'nothing', 'nothing_matched');
    return untouched('nothing_matched');
  }
  return fireTrigger(input, utterance, firing, candidates);
}

/** Starts the flow of a trigger, with the public reply to the comment when the trigger has one. */
export function fireTrigger(
  input: TurnInput,
  utterance: Utterance,
  { trigger, source, reason }: FiringTrigger,
  candidates: Candidates,
): Verdict {
  choose(candidates, 'trigger', reason, { id: trigger.id, name: trigger.keyword ?? source.name });
  // Items of the menu are no rows of the list of triggers.
  const triggerId = trigger.tapPayload === null ? trigger.id : null;
  const started = startFlow(input, { source, utterance, triggerId });
  const comment = utterance.events[0]?.comment;
  return {
    ...started,
    effects: [...replyInPublic(input, utterance, trigger), ...started.effects],
    firedTriggerId: triggerId,
    firedForPost: comment ? postOf(comment) : null,
    isDefaultReply: false,
    outcome: 'consumed',
    reason: 'trigger',
  };
}

/** The verdict that changes nothing. */
export function ignore({ run, contact }: TurnInput): (reason: string) => Verdict {
  return (reason) => ({
    run,
    endedRun: null,
    contact,
    effects: [],
    trace: [],
    firedTriggerId: null,
    isDefaultReply: false,
    outcome: 'ignored',
    reason,
  });
}

function replyInPublic(input: TurnInput, { events }: Utterance, trigger: TriggerSnapshot): Effect[] {
  const event = events[0];
  const variants = trigger.publicReplies.filter((text) => text.trim() !== '');
  if (!event?.comment || variants.length === 0) return [];
  const { commentId } = event.comment;
  const { account, contact, now, die, newRunId } = input;
  const source = variants[Math.floor(rollDie(die, `${commentId}/${trigger.id}`) * variants.length)] ?? '';
  const message = { text: event.text, payload: null };
  const scope = buildScope({ contact, account, context: {}, message });
  const rendered = renderTemplate({ source, scope, nowMs: now, timezone: account.settings.timezone });
  const origin = {
    key: `${newRunId}/trigger/0/0`,
    runId: newRunId,
    flowId: trigger.flowId,
    flowVersionId: null,
    nodeId: null,
  };
  if (!rendered.ok) {
    const sentence = 'A public reply of this trigger has a broken variable: correct it.';
    return [{ kind: 'notify_owner', ...origin, reason: 'template_error', message: sentence }];
  }
  const text = rendered.text.trim();
  return text === '' ? [] : [{ kind: 'comment_reply', ...origin, commentId, text }];
}
