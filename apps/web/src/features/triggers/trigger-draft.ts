import type { KeywordMatch, Trigger, TriggerType } from '@instaflow/contracts';

/** Kinds this version answers; others would be refused by the server. */
export const offeredTypes = ['dm_keyword', 'comment_keyword', 'welcome_message', 'default_reply'] as const;
export const matchModes: readonly KeywordMatch[] = [
  'contains_word',
  'exact',
  'contains',
  'starts_with',
  'regex',
];

/** A trigger as its form shows it. */
export type TriggerDraft = {
  flowId: string;
  type: TriggerType;
  keyword: string;
  match: KeywordMatch;
  allowTypos: boolean;
  exclude: string;
  postPermalink: string;
  publicReplies: string;
  priority: string;
  onceHours: string;
};

export type DraftProblem = 'flowMissing' | 'keywordMissing' | 'postWrong' | 'priorityWrong' | 'onceWrong';

export const emptyDraft: TriggerDraft = {
  flowId: '',
  type: 'dm_keyword',
  keyword: '',
  match: 'contains_word',
  allowTypos: false,
  exclude: '',
  postPermalink: '',
  publicReplies: '',
  priority: '0',
  onceHours: '',
};

export const toTriggerDraft = (trigger: Trigger): TriggerDraft => ({
  flowId: trigger.flowId,
  type: trigger.type,
  keyword: trigger.keyword ?? '',
  match: trigger.match,
  allowTypos: trigger.allowTypos,
  exclude: trigger.excludeKeywords.join(', '),
  postPermalink: trigger.postPermalink ?? '',
  publicReplies: trigger.publicReplies.join('\n'),
  priority: String(trigger.priority),
  onceHours: trigger.oncePerContactHours === null ? '' : String(trigger.oncePerContactHours),
});

/** Whether the kind looks at the text. */
export const hasKeywords = (type: TriggerType): boolean =>
  type === 'dm_keyword' || type === 'comment_keyword';

/** Whether slips of the pen can be forgiven: only where whole words are compared. */
export const canForgiveTypos = ({ type, match }: Pick<TriggerDraft, 'type' | 'match'>): boolean =>
  hasKeywords(type) && (match === 'contains_word' || match === 'exact');

const split = (text: string, separator: string): string[] =>
  text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** What the API takes; fields the kind does not have are emptied. */
export function fromTriggerDraft(draft: TriggerDraft) {
  const isComment = draft.type === 'comment_keyword';
  const looksAtText = hasKeywords(draft.type);
  return {
    keyword: looksAtText ? split(draft.keyword, ',').join(', ') || null : null,
    match: draft.match,
    allowTypos: draft.allowTypos && canForgiveTypos(draft),
    excludeKeywords: looksAtText ? split(draft.exclude, ',') : [],
    priority: Number(draft.priority),
    oncePerContactHours: draft.onceHours.trim() === '' ? null : Number(draft.onceHours),
    postPermalink: isComment ? draft.postPermalink.trim() || null : null,
    publicReplies: isComment ? split(draft.publicReplies, '\n') : [],
  };
}

const isWholeBetween = (text: string, min: number, max: number): boolean => {
  const value = Number(text);
  return text.trim() !== '' && Number.isInteger(value) && value >= min && value <= max;
};

/** What would be refused. */
export function checkTriggerDraft(draft: TriggerDraft): DraftProblem[] {
  const problems: DraftProblem[] = [];
  if (!draft.flowId) problems.push('flowMissing');
  if (draft.type === 'dm_keyword' && split(draft.keyword, ',').length === 0) problems.push('keywordMissing');
  const post = draft.postPermalink.trim();
  if (draft.type === 'comment_keyword' && post && !/^https?:\/\/\S+$/.test(post)) problems.push('postWrong');
  if (!isWholeBetween(draft.priority, -1_000, 1_000)) problems.push('priorityWrong');
  if (draft.onceHours.trim() !== '' && !isWholeBetween(draft.onceHours, 1, 8_760)) problems.push('onceWrong');
  return problems;
}
