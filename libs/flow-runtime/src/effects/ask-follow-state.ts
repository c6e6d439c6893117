import { resultOfFailure } from '@instaflow/flow-engine';
import type { PerformedCall } from './perform-call';

/** Whether a contact follows the account now; null when Instagram does not tell. */
export type ReadFollowState = (contactId: string) => Promise<{ isFollower: boolean | null } | null>;

/** A person waits at the gate; longer than the Graph client needs for its own answer. */
export const followStateTimeoutMs = 20_000;

/** Asks for the follow state of a contact once. Without an answer the run goes on with what was known before. */
export const askFollowState = async (
  { key, contactId }: { key: string; contactId: string },
  read: ReadFollowState | undefined,
): Promise<PerformedCall> => {
  const { answer, detail } = await ask(contactId, read);
  const result =
    answer === null
      ? resultOfFailure(key, 'profile_unavailable')
      : { key, outcome: 'answered' as const, reason: null, data: { isFollower: answer.isFollower } };
  return { kind: 'performed', result, mayRetry: false, detail };
};

const ask = async (contactId: string, read: ReadFollowState | undefined) => {
  try {
    return { answer: (await read?.(contactId)) ?? null, detail: null };
  } catch (error) {
    // The run does not care why there is no answer; the log of the effect does.
    return { answer: null, detail: error instanceof Error ? error.message : String(error) };
  }
};
