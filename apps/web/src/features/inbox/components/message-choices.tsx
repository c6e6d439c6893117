import type { MessageContent } from '@instaflow/contracts';

export type MessageChoicesProps = { content: MessageContent };

/** Quick replies and buttons as they stood under the message. */
export function MessageChoices({ content }: MessageChoicesProps) {
  const quickReplies = content.quickReplies ?? [];
  const buttons = content.buttons ?? [];
  if (quickReplies.length + buttons.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-1.5 pt-1">
      {buttons.map((button, index) => (
        <li
          key={`button-${index}`}
          className="rounded-md bg-surface/80 px-2.5 py-1 text-sm font-medium text-ink"
        >
          {button.title}
        </li>
      ))}
      {quickReplies.map((reply, index) => (
        <li key={`reply-${index}`} className="rounded-full border border-current px-2.5 py-0.5 text-sm">
          {reply.title}
        </li>
      ))}
    </ul>
  );
}
