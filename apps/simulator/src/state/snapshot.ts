import { z } from 'zod';
import { accountSchema } from '../accounts/account';
import { authCodeSchema, tokenSchema } from '../accounts/token';
import { commentSchema, mediaSchema } from '../comments/comment';
import { faultSchema } from '../faults/fault';
import { ledgerEntrySchema } from '../ledger/ledger-entry';
import { personSchema } from '../persons/person';
import { messageSchema } from '../threads/message';
import { threadSchema } from '../threads/thread';
import { uploadSchema } from '../threads/upload';
import { deliverySchema } from '../webhooks/delivery';
import { webhookConfigSchema } from '../webhooks/webhook-config';
import { webhookEventSchema } from '../webhooks/webhook-event';
import { switchesSchema } from './switches';
import type { World } from './world';

export const snapshotSchema = z.object({
  version: z.literal(1),
  clockOffsetMs: z.number(),
  accounts: z.array(accountSchema),
  tokens: z.array(tokenSchema),
  authCodes: z.array(authCodeSchema),
  persons: z.array(personSchema),
  threads: z.array(threadSchema),
  messages: z.array(messageSchema),
  media: z.array(mediaSchema),
  comments: z.array(commentSchema),
  uploads: z.array(uploadSchema),
  faults: z.array(faultSchema),
  webhook: webhookConfigSchema,
  switches: switchesSchema,
  pending: z.object({ events: z.array(webhookEventSchema), retries: z.array(deliverySchema) }),
  ledger: z.array(ledgerEntrySchema),
});

export type Snapshot = z.infer<typeof snapshotSchema>;

/** The world as plain JSON data. */
export function takeSnapshot(
  world: World,
  rest: Pick<Snapshot, 'clockOffsetMs' | 'pending' | 'ledger'>,
): Snapshot {
  return {
    version: 1,
    accounts: [...world.accounts.values()],
    tokens: [...world.tokens.values()],
    authCodes: [...world.authCodes.values()],
    persons: [...world.persons.values()],
    threads: [...world.threads.values()],
    messages: [...world.messages.values()],
    media: [...world.media.values()],
    comments: [...world.comments.values()],
    uploads: [...world.uploads.values()],
    faults: world.faults,
    webhook: world.webhook,
    switches: world.switches,
    ...rest,
  };
}

/** Fills an empty world from a snapshot. */
export function restoreWorld(world: World, snapshot: Snapshot): void {
  fill(world.accounts, snapshot.accounts, (account) => account.userId);
  fill(world.tokens, snapshot.tokens, (token) => token.value);
  fill(world.authCodes, snapshot.authCodes, (code) => code.code);
  fill(world.persons, snapshot.persons, (person) => person.igsid);
  fill(world.threads, snapshot.threads, (thread) => thread.igsid);
  fill(world.messages, snapshot.messages, (message) => message.mid);
  fill(world.media, snapshot.media, (media) => media.id);
  fill(world.comments, snapshot.comments, (comment) => comment.id);
  fill(world.uploads, snapshot.uploads, (upload) => upload.id);
  world.faults.push(...snapshot.faults);
  Object.assign(world.webhook, snapshot.webhook);
  Object.assign(world.switches, snapshot.switches);
}

function fill<Item>(map: Map<string, Item>, items: Item[], keyOf: (item: Item) => string): void {
  for (const item of items) map.set(keyOf(item), item);
}
