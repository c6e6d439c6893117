import type { Message } from '@instaflow/contracts';

export type MessagePage = { messages: Message[]; total: number; nextCursor: string | null };
export type MessagePages = { pages: MessagePage[]; pageParams: unknown[] };

const byTime = (a: Message, b: Message): number =>
  a.timestamp < b.timestamp ? -1 : a.timestamp > b.timestamp ? 1 : a.messageLogId < b.messageLogId ? -1 : 1;

/** Puts a message into the loaded pages: replaces the one with its id or joins the latest page in order. */
export function upsertMessage(data: MessagePages, message: Message): MessagePages {
  const isKnown = data.pages.some((page) =>
    page.messages.some((m) => m.messageLogId === message.messageLogId),
  );
  const pages = data.pages.map((page, index) => {
    if (isKnown) {
      const messages = page.messages.map((m) => (m.messageLogId === message.messageLogId ? message : m));
      return { ...page, messages };
    }
    if (index > 0) return page;
    return { ...page, messages: [...page.messages, message].sort(byTime), total: page.total + 1 };
  });
  return { ...data, pages };
}

/** All loaded messages, the oldest first, each once. */
export function flattenMessages(data: MessagePages | undefined): Message[] {
  const byId = new Map<string, Message>();
  for (const page of data?.pages ?? []) {
    for (const message of page.messages)
      if (!byId.has(message.messageLogId)) byId.set(message.messageLogId, message);
  }
  return [...byId.values()].sort(byTime);
}
