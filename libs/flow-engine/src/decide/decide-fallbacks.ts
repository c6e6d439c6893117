import { instagramLimits, renderTemplate } from '@instaflow/flow-model';
import type { Effect } from '../effect';
import { buildReply } from '../run/build-reply';
import { isEnded } from '../run/run-transitions';
import { matchKeywords } from '../text/match-keywords';
import { buildScope } from '../text/read-field';
import { splitText } from '../text/split-text';
import type { TriggerSnapshot, TurnInput } from '../turn';
import { ignore } from './decide-lone-event';
import { checkFlow, checkPermission } from './rank-triggers';
import { startFlow } from './start-flow';
import type { Utterance } from './utterance';
import { choose, reject, type Candidates, type Verdict } from './verdict';

const hourMs = 3_600_000;

/** The first message ever: the welcome flow, when there is one. */
export function decideWelcome(
  input: TurnInput,
  utterance: Utterance,
  candidates: Candidates,
): Verdict | null {
  const triggers = listTriggers(input, 'welcome_message');
  for (const trigger of triggers) {
    const about = { id: trigger.id, name: null };
    if (!input.conversation.isFirstContact) {
      reject(candidates, 'welcome_message', 'not_the_first_message', about);
      continue;
    }
    const permission = checkPermission(trigger, utterance, input);
    if ('refusal' in permission) {
      reject(candidates, 'welcome_message', permission.refusal, about);
      continue;
    }
    choose(candidates, 'welcome_message', 'first_message', { id: trigger.id, name: permission.source.name });
    const started = startFlow(input, { source: permission.source, utterance, triggerId: trigger.id });
    return { ...answered(input, 'welcome_message'), ...started, firedTriggerId: trigger.id };
  }
  return null;
}

/** The account's fallback rules, in their order: one text, no flow. */
export function decideFallbackRule(
  input: TurnInput,
  utterance: Utterance,
  candidates: Candidates,
): Verdict | null {
  const { texts } = buildReply(utterance.events);
  const { fallbackRules, autoRespond } = input.account.settings;
  for (const [index, rule] of fallbackRules.entries()) {
    const about = { id: String(index), name: String(rule.keywords) };
    const match = rule.match ?? 'contains_word';
    const keyword = matchKeywords({ keywords: rule.keywords, match, texts });
    const refusal = keyword === null ? 'no_match' : autoRespond ? null : 'auto_respond_off';
    const effects = refusal === null ? draftReply(input, utterance, rule.reply) : [];
    if (refusal !== null || effects.length === 0) {
      reject(candidates, 'fallback_rule', refusal ?? 'template_error', about);
      continue;
    }
    choose(candidates, 'fallback_rule', `${match}:${keyword ?? ''}`, about);
    return { ...answered(input, 'fallback_rule'), effects };
  }
  return null;
}

/** The flow for whatever nothing else answers, once per contact in its own cooldown. */
export function decideDefaultReply(
  input: TurnInput,
  utterance: Utterance,
  candidates: Candidates,
): Verdict | null {
  const { conversation, account, run, now } = input;
  const { defaultReplyFlowId, defaultReplyCooldownHours } = account.settings;
  const triggers = listTriggers(input, 'default_reply');
  const options = [
    ...triggers.map((trigger) => ({ id: trigger.id, check: checkPermission(trigger, utterance, input) })),
    ...(defaultReplyFlowId === null ? [] : [{ id: null, check: checkFlow(defaultReplyFlowId, input) }]),
  ];
  if (options.length === 0) return reject(candidates, 'default_reply', 'not_set_up');
  const { lastDefaultReplyAt } = conversation;
  if (lastDefaultReplyAt !== null && lastDefaultReplyAt + defaultReplyCooldownHours * hourMs > now) {
    return reject(candidates, 'default_reply', 'default_reply_cooldown');
  }
  // A message does not disturb a run that waits for time, and a started flow would replace it.
  if (run && !isEnded(run) && run.waitingFor?.kind === 'timer') {
    return reject(candidates, 'default_reply', 'run_is_waiting_for_time');
  }
  for (const { id, check } of options) {
    if ('refusal' in check) {
      reject(candidates, 'default_reply', check.refusal, { id });
      continue;
    }
    choose(candidates, 'default_reply', 'nothing_else_matched', { id, name: check.source.name });
    const started = startFlow(input, { source: check.source, utterance, triggerId: id });
    return { ...answered(input, 'default_reply'), ...started, firedTriggerId: id, isDefaultReply: true };
  }
  return null;
}

function answered(input: TurnInput, reason: string): Verdict {
  return { ...ignore(input)(reason), outcome: 'consumed' };
}

function listTriggers({ triggers }: TurnInput, type: TriggerSnapshot['type']): TriggerSnapshot[] {
  return triggers
    .filter((trigger) => trigger.type === type && trigger.isActive)
    .toSorted((a, b) => b.priority - a.priority || a.createdAt - b.createdAt);
}

function draftReply(input: TurnInput, utterance: Utterance, reply: string): Effect[] {
  const { contact, account, now, newRunId } = input;
  const { text, payload } = buildReply(utterance.events);
  const scope = buildScope({ contact, account, context: {}, message: { text, payload } });
  const rendered = renderTemplate({ source: reply, scope, nowMs: now, timezone: account.settings.timezone });
  if (!rendered.ok) return [];
  const limit = { bytes: instagramLimits.textBytes, characters: instagramLimits.textBytes };
  return splitText(rendered.text, limit).map((piece, index) => ({
    kind: 'send_message',
    key: `${newRunId}/fallback/0/${index}`,
    runId: null,
    flowId: null,
    flowVersionId: null,
    nodeId: null,
    message: { text: piece },
    reportsOutcome: false,
  }));
}
