import type { Trigger } from '@instaflow/contracts';
import { splitKeywords, type TalkMoveInput } from '@instaflow/flow-engine';

/** A way to begin: `kind` says how, `word` what is said or opened, null where nothing is. */
export type Beginning = {
  id: string;
  kind: 'text' | 'comment' | 'live_comment' | 'story_reply' | 'story_mention' | 'ref_link' | 'tap';
  word: string | null;
  move: TalkMoveInput;
};

const anyWord = 'Hello';

/** One tap for each trigger of the flow: what somebody would do to set it off. */
export function listBeginnings(triggers: readonly Trigger[]): Beginning[] {
  const beginnings = triggers.flatMap((trigger) => toBeginning(trigger) ?? []);
  // Two triggers that are set off by the same words, however written, are one way to begin.
  const byMove = new Map(
    beginnings.map((beginning) => [JSON.stringify(beginning.move).toLowerCase(), beginning]),
  );
  return [...byMove.values()];
}

type Way = (said: {
  word: string;
  post: { mediaId?: string; permalink: string | null };
}) => Omit<Beginning, 'id'>;

const ways: Record<Trigger['type'], Way> = {
  dm_keyword: ({ word }) => ({ kind: 'text', word, move: { kind: 'text', text: word } }),
  welcome_message: ({ word }) => ({ kind: 'text', word, move: { kind: 'text', text: word } }),
  default_reply: ({ word }) => ({ kind: 'text', word, move: { kind: 'text', text: word } }),
  comment_keyword: ({ word, post }) => ({
    kind: 'comment',
    word,
    move: { kind: 'comment', text: word, ...post },
  }),
  live_comment: ({ word, post }) => ({
    kind: 'live_comment',
    word,
    move: { kind: 'comment', text: word, isLive: true, ...post },
  }),
  story_reply: ({ word }) => ({ kind: 'story_reply', word, move: { kind: 'story_reply', text: word } }),
  story_mention: () => ({ kind: 'story_mention', word: null, move: { kind: 'story_mention' } }),
  ice_breaker: ({ word }) => ({ kind: 'tap', word, move: { kind: 'tap', payload: word, title: word } }),
  ref_link: ({ word }) => ({ kind: 'ref_link', word, move: { kind: 'ref_link', ref: word } }),
};

function toBeginning({ triggerId, type, keyword, match, mediaId, postPermalink }: Trigger): Beginning | null {
  // Nobody can tell which text a pattern wants.
  const found = match === 'regex' ? undefined : splitKeywords(keyword ?? '', match)[0];
  if (found === undefined && type === 'dm_keyword') return null;
  const post = { ...(mediaId !== null && { mediaId }), permalink: postPermalink };
  return { id: triggerId, ...ways[type]({ word: found ?? anyWord, post }) };
}
