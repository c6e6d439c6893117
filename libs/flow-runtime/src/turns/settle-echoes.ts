import {
  matchEcho,
  recordForeignEcho,
  type Database,
  type EventRow,
  type ForeignMessage,
  type LoadedTurn,
} from '@instaflow/db';
import type { Echo } from './split-events';

export type SettledEchoes = {
  events: EventRow[];
  /** When an echo whose message may still be on its way is to be looked at again. */
  retryAt: number | null;
  /** A person took over: everything loaded of this contact is out of date. */
  isTakenOver: boolean;
};

/**
 * Finds out for each echo whether it is of a message this program sent or of a person typing in the Instagram app.
 * An echo can arrive before the answer to the request that caused it, so one that fits a message on its way waits.
 */
export const settleEchoes = async (input: {
  dataSource: Database;
  turn: LoadedTurn;
  echoes: readonly Echo[];
  now: number;
}): Promise<SettledEchoes> => {
  const settled: SettledEchoes = { events: [], retryAt: null, isTakenOver: false };
  for (const echo of input.echoes) {
    const outcome = await settleEcho(input, echo);
    if (outcome === 'later') settled.retryAt = input.now + retryMs;
    else if (outcome === 'foreign') settled.isTakenOver = true;
    else settled.events.push(consumed(input.turn, echo));
  }
  return settled;
};

const retryMs = 1_000;

/** After this an echo that fits nothing is taken for what a person wrote. */
const patienceMs = 30_000;

const settleEcho = (
  { dataSource, turn, now }: { dataSource: Database; turn: LoadedTurn; now: number },
  echo: Echo,
): Promise<'own' | 'later' | 'foreign'> =>
  dataSource.transaction(async (tx) => {
    const { mid, text } = echo.stored;
    if (mid === null) return 'own';
    const { accountId, contactId } = turn;
    const match = await matchEcho(tx, { accountId, contactId, mid, text, at: echo.at });
    if (match === 'known' || match === 'matched') return 'own';
    if (match === 'in_flight' && now - echo.receivedAt < patienceMs) return 'later';
    await recordForeignEcho(tx, { contactId, message: messageOf(echo, mid), now });
    return 'foreign';
  });

const messageOf = (echo: Echo, mid: string): ForeignMessage => {
  const { text, message } = echo.stored;
  return {
    id: echo.id,
    at: echo.at,
    type: message?.type ?? 'text',
    content: message?.content ?? { text },
    preview: message?.preview ?? text ?? '',
    mid,
    dedupeKey: echo.dedupeKey,
  };
};

const consumed = (turn: LoadedTurn, echo: Echo): EventRow => ({
  accountId: turn.accountId,
  contactId: turn.contactId,
  dedupeKey: echo.dedupeKey,
  isFenced: false,
  status: 'consumed',
  reason: 'own_echo',
  turnId: null,
});
