import type { Message } from '../data/types';
import type { Tap } from './use-thread-actions';

type Props = { messages: Message[]; onTap: (tap: Tap) => void };

/** Suggested answers of the newest message; they go as soon as anything follows it. */
export function QuickReplies({ messages, onTap }: Props) {
  const last = messages.at(-1);
  const replies = last?.direction === 'out' ? (last.quickReplies ?? []) : [];
  if (!last || replies.length === 0) return null;
  return (
    <div className="quick-replies" role="group" aria-label="Quick replies">
      {replies.map((reply, index) => (
        <button
          key={index}
          type="button"
          onClick={() => onTap({ kind: 'quick_reply', mid: last.mid, index })}
        >
          {reply.title}
        </button>
      ))}
    </div>
  );
}
