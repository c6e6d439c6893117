import type { Queryable } from './queryable';

const sentences = {
  taken_over: 'A person took over the conversation.',
  paused: 'Automation was paused.',
  opted_out: 'The contact asked for no more messages.',
  account_disconnected: 'The account was disconnected.',
  flow_stopped: 'The flow was stopped.',
  run_failed: 'An earlier message of the same flow could not be delivered.',
  replaced: 'Another flow began instead.',
} as const;

/** Why a message did not leave; shown with it. */
export type CancelReason = keyof typeof sentences;

/** Why a message did not leave, for a person; null for codes that are no reason to cancel. */
export const sentenceOfCancelReason = (code: string): string | null => sentenceByCode.get(code) ?? null;

const sentenceByCode = new Map<string, string>(Object.entries(sentences));

const cancelWhere =
  (condition: string) =>
  async (tx: Queryable, value: unknown, reason: CancelReason): Promise<number> => {
    const [row] = await tx.query<{ count: number }[]>(
      `SELECT cancel_outbound_rows(ARRAY(SELECT o.id FROM outbound_message o WHERE o.status = 'queued' AND ${condition}),
        $2, $3) AS count`,
      [value, reason, sentences[reason]],
    );
    return row?.count ?? 0;
  };

const ofContact = cancelWhere(`o.contact_id = $1::uuid AND o.is_automated`);
const ofRuns = cancelWhere(
  `o.contact_id IN (SELECT r.contact_id FROM flow_run r WHERE r.id = ANY ($1::uuid[]))
    AND o.run_id = ANY ($1::uuid[]) AND o.is_automated`,
);
const ofAccount = cancelWhere(`o.instagram_account_id = $1::uuid`);

/**
 * Cancels what automation still had queued for a contact; answers how many messages. What is being sent at this
 * moment cannot be recalled. Lock the contact first: everyone locks contact before outbox.
 */
export const cancelAutomatedMessages = (
  tx: Queryable,
  { contactId, reason }: { contactId: string; reason: CancelReason },
): Promise<number> => ofContact(tx, contactId, reason);

/** Cancels the queued messages of runs. */
export const cancelMessagesOfRuns = (
  tx: Queryable,
  { runIds, reason }: { runIds: readonly string[]; reason: CancelReason },
): Promise<number> => ofRuns(tx, runIds, reason);

/** Cancels everything queued of an account, also what people wrote. */
export const cancelMessagesOfAccount = (
  tx: Queryable,
  { accountId, reason }: { accountId: string; reason: CancelReason },
): Promise<number> => ofAccount(tx, accountId, reason);
