import type { OutgoingMessage, TalkLine } from '@instaflow/flow-engine';

/** One line of a conversation as it is shown. */
export type PreviewLine =
  | {
      kind: 'said';
      how: 'text' | 'comment' | 'story_reply' | 'story_mention' | 'media' | 'link';
      text: string;
    }
  | { kind: 'sent'; how: 'message' | 'private_reply'; message: OutgoingMessage }
  | { kind: 'public'; text: string }
  | { kind: 'note'; what: 'tag' | 'attribute' | 'human' | 'team' | 'goal' | 'call'; text: string }
  | { kind: 'later'; ms: number };

/** A gap from which on it is told that time passed. */
const gapMs = 30 * 60_000;

/** What is worth showing of a talk, in order. */
export function toPreviewLines(lines: readonly TalkLine[]): PreviewLine[] {
  return lines.flatMap((line, index): PreviewLine[] => {
    const before = lines[index - 1];
    const ms = before === undefined ? 0 : line.at - before.at;
    const shown = line.kind === 'event' ? [toSaid(line)] : toDone(line);
    return ms >= gapMs && shown.length > 0 ? [{ kind: 'later', ms }, ...shown] : shown;
  });
}

function toSaid({ event }: Extract<TalkLine, { kind: 'event' }>): PreviewLine {
  const text = event.text ?? event.payload ?? '';
  switch (event.kind) {
    case 'comment':
    case 'story_reply':
    case 'story_mention':
    case 'media':
      return { kind: 'said', how: event.kind, text };
    case 'referral':
      return { kind: 'said', how: 'link', text };
    default:
      return { kind: 'said', how: 'text', text };
  }
}

function toDone({ effect }: Extract<TalkLine, { kind: 'effect' }>): PreviewLine[] {
  switch (effect.kind) {
    case 'send_message':
      return [{ kind: 'sent', how: 'message', message: effect.message }];
    case 'private_reply':
      return [{ kind: 'sent', how: 'private_reply', message: effect.message }];
    case 'comment_reply':
      return [{ kind: 'public', text: effect.text }];
    case 'add_tags':
      return [{ kind: 'note', what: 'tag', text: effect.tags.join(', ') }];
    case 'set_attribute':
      return [{ kind: 'note', what: 'attribute', text: effect.attribute }];
    case 'request_human':
      return [{ kind: 'note', what: 'human', text: '' }];
    case 'notify_team':
      return [{ kind: 'note', what: 'team', text: effect.message }];
    case 'goal_reached':
      return [{ kind: 'note', what: 'goal', text: effect.goal }];
    case 'http_request':
      return [{ kind: 'note', what: 'call', text: effect.request.url }];
    default:
      return [];
  }
}
