import { z } from 'zod';
import { loadTurns } from '@instaflow/db';
import {
  contactSnapshotSchema,
  conversationSnapshotSchema,
  runStateSchema,
  type TurnInput,
} from '@instaflow/flow-engine';
import { notFound } from '@instaflow/platform';
import type { Dependencies } from '../dependencies';
import { anonymousContact } from '../flows/simulation/anonymous-contact';

/** Of whom a turn is decided. */
export type PersonAsking = Pick<TurnInput, 'contact' | 'conversation' | 'run' | 'triggerHistory'>;

const windowMs = 24 * 3_600_000;

/** Somebody of whom nothing is known. */
export const unknownPerson = (id: string, isFirstContact: boolean): PersonAsking => ({
  contact: anonymousContact(id),
  conversation: {
    status: 'open',
    automationPausedUntil: null,
    lastAutomatedAt: null,
    lastDefaultReplyAt: null,
    isFirstContact,
    windowExpiresAt: null,
    privateRepliedCommentIds: [],
  },
  run: null,
  triggerHistory: {},
});

/** A contact of the account as their next turn will find them. Throws 404 for one of another account. */
export async function knownPerson(
  { engineSource }: Pick<Dependencies, 'engineSource'>,
  { accountId, contactId }: { accountId: string; contactId: string },
): Promise<PersonAsking> {
  const [turn] = await loadTurns(engineSource, [contactId]);
  if (turn?.accountId !== accountId) throw notFound();
  const { lastUserMessageAt } = turn;
  return {
    contact: contactSnapshotSchema.parse({ ...turn, id: turn.contactId }),
    conversation: conversationSnapshotSchema.parse({
      ...turn,
      windowExpiresAt: lastUserMessageAt === null ? null : lastUserMessageAt + windowMs,
      privateRepliedCommentIds: [],
    }),
    run: turn.run === null ? null : runStateSchema.parse(turn.run),
    triggerHistory: z.record(z.string(), z.number()).parse(turn.triggerHistory),
  };
}

/** The versions of flows that an open run is pinned to. */
export function pinnedVersions({ run }: PersonAsking): string[] {
  if (run === null) return [];
  const { flowVersionId, callStack, doneBefore = [] } = run;
  return [flowVersionId, ...[...callStack, ...doneBefore].map((place) => place.flowVersionId)];
}
