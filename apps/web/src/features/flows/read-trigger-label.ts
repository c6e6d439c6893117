import type { TriggerType } from '@instaflow/contracts';

const types: Record<TriggerType, true> = {
  welcome_message: true,
  dm_keyword: true,
  comment_keyword: true,
  story_mention: true,
  story_reply: true,
  ice_breaker: true,
  ref_link: true,
  live_comment: true,
  default_reply: true,
};

const isType = (text: string): text is TriggerType => Object.hasOwn(types, text);

/** Reads `dm_keyword: price` or `welcome_message`; the kind is null when it is none we know. */
export function readTriggerLabel(label: string): { type: TriggerType | null; keyword: string | null } {
  const [kind = '', ...rest] = label.split(': ');
  if (!isType(kind)) return { type: null, keyword: null };
  return { type: kind, keyword: rest.join(': ').trim() || null };
}
