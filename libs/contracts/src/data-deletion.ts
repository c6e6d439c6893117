import { z } from 'zod';
import { defineEndpoint } from './endpoint';
import { timestamp } from './primitives';

/** What Meta sends when somebody removes the app or wants their data deleted: a form with one field. */
export const signedRequestForm = z.looseObject({ signed_request: z.string().min(1).max(16_000) });

/** What Meta expects back: a page for people on how the deletion goes, and a code to ask by. */
export const dataDeletionReceipt = z.object({ url: z.url(), confirmation_code: z.string() });
export type DataDeletionReceipt = z.infer<typeof dataDeletionReceipt>;

/** Not guessable, so that it is proof enough to ask by. */
export const confirmationCode = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/, 'must be a confirmation code');

export const dataDeletionStatus = z.object({
  confirmationCode,
  /** `nothing_found`: no data of that person is stored here. */
  state: z.enum(['received', 'running', 'completed', 'nothing_found', 'failed']),
  /** For the person who asked. */
  sentence: z.string(),
  requestedAt: timestamp,
  completedAt: timestamp.nullable(),
});
export type DataDeletionStatus = z.infer<typeof dataDeletionStatus>;

export const dataDeletionEndpoints = {
  getDataDeletion: defineEndpoint({
    method: 'GET',
    path: '/data-deletions/{code}',
    access: 'public',
    tag: 'privacy',
    summary: 'How far the deletion of the data of an Instagram user is, by the code they were given',
    status: 200,
    params: z.strictObject({ code: confirmationCode }),
    response: dataDeletionStatus,
  }),
};
