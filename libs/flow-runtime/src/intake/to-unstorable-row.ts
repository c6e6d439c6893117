import { createHash } from 'node:crypto';
import type { IntakeRow } from '@instaflow/db';

/**
 * The least that can be kept of an event the database refused: that it was there, for which account, and its raw form
 * encoded so that nothing in it can be refused again.
 */
export const toUnstorableRow = (row: IntakeRow): IntakeRow => ({
  id: row.id,
  entryId: /^\d{1,64}$/.test(row.entryId) ? row.entryId : 'unreadable',
  ownId: row.ownId !== null && /^\d{1,64}$/.test(row.ownId) ? row.ownId : null,
  contactInstagramId: null,
  username: null,
  contactId: row.contactId,
  conversationId: row.conversationId,
  dedupeKey: `unstorable:${createHash('sha256').update(row.dedupeKey).digest('hex')}`,
  kind: 'unhandled',
  platformAt: Number.isSafeInteger(row.platformAt) && Math.abs(row.platformAt) < latest ? row.platformAt : 0,
  raw: { base64: Buffer.from(JSON.stringify(row.raw)).toString('base64') },
  event: {},
  status: 'unhandled',
  reason: 'unstorable',
  messageType: null,
  content: null,
  preview: null,
  opensWindow: false,
  isDebounced: false,
});

/** The year 5138; PostgreSQL's own limit is far beyond. */
const latest = 1e14;
