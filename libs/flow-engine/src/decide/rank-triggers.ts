import { instagramLimits, type MatchMode } from '@instaflow/flow-model';
import type { FlowSource } from '../flow-source';
import { matchKeywords, splitKeywords } from '../text/match-keywords';
import { matchTypos } from '../text/match-typos';
import type { TriggerSnapshot, TriggerType, TurnInput } from '../turn';
import { postKey, postOf } from './post-of';
import { isSamePost } from './same-post';
import type { Utterance } from './utterance';
import { reject, type Candidates } from './verdict';

export type FiringTrigger = { trigger: TriggerSnapshot; source: FlowSource; reason: string };

const specificity: Record<MatchMode, number> = {
  exact: 0,
  starts_with: 1,
  contains_word: 2,
  contains: 3,
  regex: 4,
};
/** Behind every word said as it is written; of two guesses the stricter one comes first. */
const guessed = 5;
const anything = guessed + 5;
/** An item of the menu names its flow: nothing is more specific. */
const named = -1;
const hourMs = 3_600_000;

/**
 * The trigger that answers an utterance: the more specific match, then the higher priority, then the older one.
 * Every other trigger of the kind is noted with why it lost.
 */
export function findTrigger(
  input: TurnInput,
  utterance: Utterance,
  candidates: Candidates,
): FiringTrigger | null {
  const heard = listHeard(utterance);
  const tried = input.triggers.filter((trigger) => listens(trigger, utterance));
  const eligible = tried.flatMap((trigger) => {
    const checked = checkTrigger(trigger, { utterance, heard, input });
    if ('refusal' in checked)
      reject(candidates, 'trigger', checked.refusal, { id: trigger.id, name: trigger.keyword });
    return 'refusal' in checked ? [] : [{ trigger, ...checked }];
  });
  const [winner, ...losers] = eligible.toSorted(
    (a, b) =>
      a.rank - b.rank ||
      b.trigger.priority - a.trigger.priority ||
      a.trigger.createdAt - b.trigger.createdAt ||
      (a.trigger.id < b.trigger.id ? -1 : 1),
  );
  if (!winner) return null;
  for (const { trigger, rank } of losers) {
    const isLower = trigger.priority < winner.trigger.priority;
    const reason = rank > winner.rank ? 'less_specific_match' : isLower ? 'lower_priority' : 'newer';
    reject(candidates, 'trigger', reason, { id: trigger.id, name: trigger.keyword });
  }
  return { trigger: winner.trigger, source: winner.source, reason: reasonOf(winner) };
}

function reasonOf({ trigger, keyword, isTypo }: Matched & { trigger: TriggerSnapshot }): string {
  if (trigger.tapPayload !== null) return `tap:${trigger.tapPayload}`;
  return keyword === null ? 'any' : `${trigger.match}${isTypo ? '~' : ''}:${keyword}`;
}

/** Whether this is a kind of event the trigger is about; an item of the menu hears its own tap only. */
function listens({ type, tapPayload }: TriggerSnapshot, utterance: Utterance): boolean {
  return tapPayload === null ? listeners[type](utterance) : isTapped(tapPayload, utterance);
}

/** Whether somebody tapped the ice breaker or menu item with this payload. */
export function isTapped(tapPayload: string, { events }: Utterance): boolean {
  return events.some(({ kind, payload }) => kind === 'postback' && payload === tapPayload);
}

const listeners: Record<TriggerType, (utterance: Utterance) => boolean> = {
  dm_keyword: ({ kind }) => kind === 'message',
  story_reply: ({ events }) => events.some(({ kind }) => kind === 'story_reply'),
  ice_breaker: ({ events }) => events.some(({ kind }) => kind === 'postback'),
  story_mention: ({ kind }) => kind === 'story_mention',
  ref_link: ({ kind, events }) => kind === 'referral' || events.some(({ referral }) => Boolean(referral)),
  comment_keyword: ({ kind, events }) => kind === 'comment' && !events[0]?.comment?.isLive,
  live_comment: ({ kind, events }) => kind === 'comment' && Boolean(events[0]?.comment?.isLive),
  // These two answer what no other trigger does, and are asked for in their own turn.
  welcome_message: () => false,
  default_reply: () => false,
};

type Matched = { keyword: string | null; isTypo: boolean };
type Checked = { refusal: string } | (Matched & { rank: number; source: FlowSource });

function checkTrigger(
  trigger: TriggerSnapshot,
  { utterance, heard, input }: { utterance: Utterance; heard: Heard; input: TurnInput },
): Checked {
  const matched = checkMatch(trigger, utterance, heard);
  if ('refusal' in matched) return matched;
  const permission = checkPermission(trigger, utterance, input);
  if ('refusal' in permission) return permission;
  return { ...matched, rank: rankOf(trigger, matched), source: permission.source };
}

function rankOf({ match, tapPayload }: TriggerSnapshot, { keyword, isTypo }: Matched): number {
  if (tapPayload !== null) return named;
  if (keyword === null) return anything;
  return isTypo ? guessed + specificity[match] : specificity[match];
}

function checkMatch(
  trigger: TriggerSnapshot,
  utterance: Utterance,
  heard: Heard,
): { refusal: string } | Matched {
  if (!trigger.isActive) return { refusal: 'inactive' };
  if (trigger.tapPayload !== null) return { keyword: trigger.tapPayload, isTypo: false };
  const post = utterance.events[0]?.comment;
  if (post && trigger.postScope === 'next' && trigger.mediaId === null)
    return { refusal: 'next_post_not_out' };
  if (post && !isSamePost(trigger, post)) return { refusal: 'other_post' };
  return checkWords(trigger, wordsFor(trigger, heard));
}

function wordsFor({ type }: TriggerSnapshot, heard: Heard): string[] {
  if (type === 'ref_link') return heard.refs;
  return type === 'ice_breaker' ? heard.withPayloads : heard.texts;
}

function checkWords(
  { type, match, keyword, excludeKeywords, allowTypos }: TriggerSnapshot,
  texts: string[],
): { refusal: string } | Matched {
  const keywords = splitKeywords(keyword ?? '', match);
  if (keywords.length === 0 && type === 'dm_keyword') return { refusal: 'no_keyword' };
  const literal = matchKeywords({ keywords, match, texts });
  const found = literal ?? (allowTypos ? matchTypos({ keywords, match, texts }) : null);
  if (keywords.length > 0 && found === null) return { refusal: 'no_match' };
  const excluded = matchKeywords({ keywords: excludeKeywords ?? '', match: 'contains_word', texts });
  if (excluded !== null) return { refusal: 'excluded_keyword' };
  return { keyword: found, isTypo: literal === null && found !== null };
}

/** What may forbid a trigger that fits: also for welcome messages and default replies, which fit by their nature. */
export function checkPermission(
  trigger: TriggerSnapshot,
  utterance: Utterance,
  input: TurnInput,
): { refusal: string } | { source: FlowSource } {
  const { id, flowId, oncePerContactHours } = trigger;
  const lastFiredAt = input.triggerHistory[id];
  if (
    oncePerContactHours &&
    lastFiredAt !== undefined &&
    lastFiredAt + oncePerContactHours * hourMs > input.now
  ) {
    return { refusal: 'once_per_contact' };
  }
  const refusal = checkComment(trigger, utterance, input);
  return refusal === null ? checkFlow(flowId, input) : { refusal };
}

function checkComment(
  { id, oncePerPost }: TriggerSnapshot,
  { events }: Utterance,
  { now, conversation, triggerHistory }: TurnInput,
): string | null {
  const [event] = events;
  const comment = event?.comment;
  if (!comment) return null;
  if (conversation.privateRepliedCommentIds.includes(comment.commentId)) return 'comment_already_answered';
  if (oncePerPost && triggerHistory[postKey(id, postOf(comment))] !== undefined) return 'once_per_post';
  return now - event.at > instagramLimits.privateReplyAgeMs ? 'comment_too_old' : null;
}

/** Whether a flow may be started now. */
export function checkFlow(
  flowId: string,
  { account, findFlow }: TurnInput,
): { refusal: string } | { source: FlowSource } {
  if (!account.settings.autoRespond) return { refusal: 'auto_respond_off' };
  const source = findFlow(flowId);
  if (!source) return { refusal: 'flow_not_published' };
  return source.isPaused ? { refusal: 'flow_paused' } : { source };
}

type Heard = { texts: string[]; withPayloads: string[]; refs: string[] };

/** The single messages and all of them together; for buttons and links also what they carry. */
function listHeard({ events }: Utterance): Heard {
  const single = events.flatMap(({ text }) => (text === null ? [] : [text]));
  const texts = single.length > 1 ? [...single, single.join('\n')] : single;
  return {
    texts,
    withPayloads: [...texts, ...events.flatMap(({ payload }) => payload ?? [])],
    refs: events.flatMap(({ kind, payload, referral }) =>
      [kind === 'referral' ? payload : (referral?.ref ?? null), referral?.adId ?? null].filter(
        (ref) => ref !== null,
      ),
    ),
  };
}
