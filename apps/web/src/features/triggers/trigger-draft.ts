import type { KeywordMatch, PostScope, Trigger, TriggerType } from '@instaflow/contracts';

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
  postScope: PostScope;
  postPermalink: string;
  oncePerPost: boolean;
  publicReplies: readonly string[];
  priority: string;
  onceHours: string;
};

export type DraftProblem =
  'flowMissing' | 'keywordMissing' | 'refWrong' | 'postWrong' | 'priorityWrong' | 'onceWrong';

export const emptyDraft: TriggerDraft = {
  flowId: '',
  type: 'dm_keyword',
  keyword: '',
  match: 'contains_word',
  allowTypos: false,
  exclude: '',
  postScope: 'all',
  postPermalink: '',
  oncePerPost: false,
  publicReplies: [],
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
  postScope: trigger.postScope,
  postPermalink: trigger.postPermalink ?? '',
  oncePerPost: trigger.oncePerPost,
  publicReplies: trigger.publicReplies,
  priority: String(trigger.priority),
  onceHours: trigger.oncePerContactHours === null ? '' : String(trigger.oncePerContactHours),
});

const textKinds: readonly TriggerType[] = [
  'dm_keyword',
  'comment_keyword',
  'live_comment',
  'story_reply',
  'ice_breaker',
];

/** Whether the kind looks at the text. The reference of a link is no text: it has its own field. */
export const hasKeywords = (type: TriggerType): boolean => textKinds.includes(type);

/** Whether slips of the pen can be forgiven: only where people write, and whole words are compared. */
export const canForgiveTypos = ({ type, match }: Pick<TriggerDraft, 'type' | 'match'>): boolean =>
  hasKeywords(type) && type !== 'ice_breaker' && (match === 'contains_word' || match === 'exact');

const split = (text: string, separator: string): string[] =>
  text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** The references of a link trigger, or the words of another. */
export const splitWords = (keyword: string): string[] => split(keyword, ',');

const commentPart = (draft: TriggerDraft) => {
  const isComment = draft.type === 'comment_keyword';
  const postScope = isComment ? draft.postScope : 'all';
  return {
    postScope,
    postPermalink: postScope === 'one' ? draft.postPermalink.trim() || null : null,
    oncePerPost: (isComment || draft.type === 'live_comment') && draft.oncePerPost,
    publicReplies: isComment ? draft.publicReplies.map((text) => text.trim()).filter(Boolean) : [],
  };
};

/** What the API takes; fields the kind does not have are emptied. */
export function fromTriggerDraft(draft: TriggerDraft) {
  const looksAtText = hasKeywords(draft.type);
  const isLink = draft.type === 'ref_link';
  return {
    keyword: looksAtText || isLink ? splitWords(draft.keyword).join(', ') || null : null,
    match: isLink ? 'exact' : draft.match,
    allowTypos: draft.allowTypos && canForgiveTypos(draft),
    excludeKeywords: looksAtText ? splitWords(draft.exclude) : [],
    priority: Number(draft.priority),
    oncePerContactHours: draft.onceHours.trim() === '' ? null : Number(draft.onceHours),
    ...commentPart(draft),
  } as const;
}

const isWholeBetween = (text: string, min: number, max: number): boolean => {
  const value = Number(text);
  return text.trim() !== '' && Number.isInteger(value) && value >= min && value <= max;
};

/** What Instagram takes as the reference of a link. */
const reference = /^[A-Za-z0-9+/=\-.:_]{1,500}$/;

const isPostMissing = ({ type, postScope, postPermalink }: TriggerDraft): boolean =>
  type === 'comment_keyword' && postScope === 'one' && !/^https?:\/\/\S+$/.test(postPermalink.trim());

/** What would be refused. */
export function checkTriggerDraft(draft: TriggerDraft): DraftProblem[] {
  const problems: DraftProblem[] = [];
  const words = splitWords(draft.keyword);
  if (!draft.flowId) problems.push('flowMissing');
  if (draft.type === 'dm_keyword' && words.length === 0) problems.push('keywordMissing');
  if (draft.type === 'ref_link' && words.some((word) => !reference.test(word))) problems.push('refWrong');
  if (isPostMissing(draft)) problems.push('postWrong');
  if (!isWholeBetween(draft.priority, -1_000, 1_000)) problems.push('priorityWrong');
  if (draft.onceHours.trim() !== '' && !isWholeBetween(draft.onceHours, 1, 8_760)) problems.push('onceWrong');
  return problems;
}
