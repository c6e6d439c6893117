import { parseWebhook, type ParsedEvent } from '@instaflow/instagram';

type Text = { mid: string; from: string; text: string; to: string; at?: number };

/** The events of one webhook body with these messages, as the parser reads them. */
export const textEvents = (texts: readonly Text[], now: number): ParsedEvent[] =>
  eventsOf(
    texts.map(({ mid, from, text, to, at }) => ({
      account: to,
      messaging: {
        sender: { id: from },
        recipient: { id: to },
        timestamp: at ?? now,
        message: { mid, text },
      },
    })),
    now,
  );

/** The events of one webhook body with these raw messaging entries. */
export const eventsOf = (
  items: readonly { account: string; messaging: object }[],
  now: number,
): ParsedEvent[] => {
  const parsed = parseWebhook(
    {
      object: 'instagram',
      entry: items.map(({ account, messaging }) => ({ id: account, time: now, messaging: [messaging] })),
    },
    now,
  );
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.entries.flatMap(({ events }) => events);
};

/** The events of one webhook body with these comments. */
export const commentEvents = (
  comments: readonly { account: string; id: string; from: string; text: string }[],
  now: number,
): ParsedEvent[] => {
  const entry = comments.map(({ account, id, from, text }) => ({
    id: account,
    time: Math.floor(now / 1_000),
    changes: [
      {
        field: 'comments',
        value: { id, from: { id: from, username: `person_${from}` }, text, media: { id: 'media-1' } },
      },
    ],
  }));
  const parsed = parseWebhook({ object: 'instagram', entry }, now);
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.entries.flatMap(({ events }) => events);
};
