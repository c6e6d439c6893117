import type { Message } from '@instaflow/contracts';
import type { DayGroup } from '../group-by-day';
import { DayHeading } from './day-heading';
import { MessageItem } from './message-item';

export type DaySectionProps = { group: DayGroup; byMid: ReadonlyMap<string, Message> };

/** The messages of one day. */
export function DaySection({ group: { day, messages }, byMid }: DaySectionProps) {
  return (
    <section className="flex flex-col gap-1.5">
      <DayHeading day={day} firstAt={messages[0]?.timestamp ?? ''} />
      <ol className="flex flex-col gap-1.5">
        {messages.map((message, index) => (
          <MessageItem
            key={message.messageLogId}
            message={message}
            previous={messages[index - 1]}
            quoted={byMid.get(String(message.content['replyToMid']))}
          />
        ))}
      </ol>
    </section>
  );
}
