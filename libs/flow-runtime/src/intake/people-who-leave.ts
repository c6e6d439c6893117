import type { Person } from '@instaflow/db';
import { findOptOutWord } from '@instaflow/flow-engine';
import type { ParsedEvent } from '@instaflow/instagram';

/** Who says STOP in these events. */
export const peopleWhoLeave = (events: readonly ParsedEvent[]): Person[] =>
  events.flatMap(({ kind, text, isEcho, contactInstagramId, entryId, recipientId }) => {
    const isSaid = kind === 'text' && !isEcho && text !== null && findOptOutWord(text) !== null;
    if (!isSaid || contactInstagramId === null) return [];
    return [
      {
        accountInstagramIds: [entryId, recipientId].filter((id) => id !== null),
        contactInstagramId,
      },
    ];
  });
