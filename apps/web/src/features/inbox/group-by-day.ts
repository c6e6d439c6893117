import type { Message } from '@instaflow/contracts';

export type DayGroup = { day: string; messages: Message[] };

/** Messages in the order given, split where the calendar day changes. */
export function groupByDay(messages: readonly Message[], dayKey: (iso: string) => string): DayGroup[] {
  const groups: DayGroup[] = [];
  for (const message of messages) {
    const day = dayKey(message.timestamp);
    const last = groups.at(-1);
    if (last?.day === day) last.messages.push(message);
    else groups.push({ day, messages: [message] });
  }
  return groups;
}
