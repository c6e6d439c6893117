import { z } from 'zod';
import type { JsonObject } from '@instaflow/contracts';
import type { Tx } from '../transaction';
import { ContactEntity } from './contact.entity';
import { listContacts } from './list-contacts';

type ContactKey = { id: string; workspaceId: string };
const threadRow = z.object({
  contactId: z.string(),
  conversationId: z.string(),
  automationPausedUntil: z.date().nullable(),
});
/** What of a contact's conversation a contact shows. */
export type ContactThread = z.infer<typeof threadRow>;

/**
 * Contacts. Each change is one statement that also raises `version`: a turn that was being decided on the old
 * values loses and decides again, so neither overwrites the other.
 */
export const contactRepository = {
  find: (tx: Tx, key: ContactKey): Promise<ContactEntity | null> => tx.findOneBy(ContactEntity, key),

  list: listContacts,

  async findThreads(tx: Tx, contactIds: readonly string[]): Promise<Map<string, ContactThread>> {
    const rows: unknown[] = await tx.query(
      `SELECT contact_id AS "contactId", id AS "conversationId",
              automation_paused_until AS "automationPausedUntil"
       FROM conversation WHERE contact_id = ANY ($1::uuid[])`,
      [contactIds],
    );
    return new Map(rows.map((row) => threadRow.parse(row)).map((thread) => [thread.contactId, thread]));
  },

  /** `undefined` leaves a name alone, null takes it away; an attribute set to null is removed. */
  async update(
    tx: Tx,
    { id, workspaceId }: ContactKey,
    changes: {
      firstName?: string | null | undefined;
      lastName?: string | null | undefined;
      attributes: JsonObject;
    },
  ): Promise<void> {
    const entries = Object.entries(changes.attributes);
    await tx.query(
      `UPDATE contact SET
         first_name = CASE WHEN $3 THEN $4 ELSE first_name END,
         last_name = CASE WHEN $5 THEN $6 ELSE last_name END,
         custom_attributes = (custom_attributes || $7::jsonb) - $8::text[],
         version = version + 1, updated_at = now()
       WHERE id = $1 AND workspace_id = $2`,
      [
        id,
        workspaceId,
        changes.firstName !== undefined,
        changes.firstName ?? null,
        changes.lastName !== undefined,
        changes.lastName ?? null,
        JSON.stringify(Object.fromEntries(entries.filter(([, value]) => value !== null))),
        entries.filter(([, value]) => value === null).map(([name]) => name),
      ],
    );
  },

  async addTags(tx: Tx, { id, workspaceId }: ContactKey, tags: readonly string[]): Promise<void> {
    await tx.query(
      `UPDATE contact SET
         tags = tags || ARRAY(SELECT tag FROM unnest($3::text[]) WITH ORDINALITY AS added (tag, place)
                              WHERE NOT tag = ANY (tags) ORDER BY place),
         version = version + 1, updated_at = now()
       WHERE id = $1 AND workspace_id = $2`,
      [id, workspaceId, [...new Set(tags)]],
    );
  },

  async removeTags(tx: Tx, { id, workspaceId }: ContactKey, tags: readonly string[]): Promise<void> {
    await tx.query(
      `UPDATE contact SET
         tags = ARRAY(SELECT tag FROM unnest(tags) WITH ORDINALITY AS kept (tag, place)
                      WHERE NOT tag = ANY ($3::text[]) ORDER BY place),
         version = version + 1, updated_at = now()
       WHERE id = $1 AND workspace_id = $2`,
      [id, workspaceId, tags],
    );
  },
};
