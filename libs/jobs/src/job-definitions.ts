import { z } from 'zod';

/**
 * Every job there is. A job is a wake-up that carries ids, never content: what is to be done stands in PostgreSQL,
 * and a job that is lost costs only the time until the next sweep.
 */
export const jobDefinitions = {
  /** Answer the contacts of one shard that have unread events. Twice is harmless: the second finds nothing. */
  'turns.wake': define({
    queue: 'turns',
    payload: z.strictObject({ shard: z.int().min(0).max(65_535) }),
    dedupeId: ({ shard }) => `turns-${shard}`,
    retry: { attempts: 3, backoffMs: 250 },
  }),
  /** Send what is due in the outbox. Twice is harmless: rows are claimed. */
  'delivery.wake': define({
    queue: 'delivery',
    payload: z.strictObject({}),
    dedupeId: () => 'delivery',
    retry: { attempts: 3, backoffMs: 250 },
  }),
  /** Fetch name and picture of one contact. Twice is harmless: the same profile is stored again. */
  'profile.fetch': define({
    queue: 'profiles',
    payload: z.strictObject({ contactId: z.uuid() }),
    dedupeId: ({ contactId }) => `profile-${contactId}`,
    retry: { attempts: 5, backoffMs: 5_000 },
  }),
} as const;

export type JobDefinition<Payload extends object = object> = {
  queue: string;
  payload: z.ZodType<Payload>;
  /** One job of this id waits at a time; one more may be running. No colon, not only digits: BullMQ refuses both. */
  dedupeId(payload: Payload): string;
  /** `attempts` in all; the pause doubles from `backoffMs`. */
  retry: { attempts: number; backoffMs: number };
};

export type JobName = keyof typeof jobDefinitions;
export type JobPayload<Name extends JobName> = z.output<(typeof jobDefinitions)[Name]['payload']>;

export const jobNames: readonly JobName[] = ['turns.wake', 'delivery.wake', 'profile.fetch'];

/** Ties the type of the payload to the schema. */
function define<Payload extends object>(definition: JobDefinition<Payload>): JobDefinition<Payload> {
  return definition;
}
