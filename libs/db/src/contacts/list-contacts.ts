import { maxExactTotal } from '@instaflow/contracts';
import { In } from 'typeorm';
import { z } from 'zod';
import { isIdKey } from '../pagination/page-by-id';
import { cursorOf, offsetOf, toPage, type Page, type PageRequest } from '../pagination/page';
import { searchPattern } from '../pagination/search-pattern';
import type { Tx } from '../transaction';
import { ContactEntity } from './contact.entity';

const foundRow = z.object({ ids: z.array(z.string()), total: z.coerce.number() });

/**
 * Contacts of an account, newest first; `search` looks at user name and name, `tag` is exact. The total of a search or a
 * tag is counted up to `maxExactTotal`, the total of all contacts is exact.
 */
export async function listContacts(
  tx: Tx,
  input: {
    accountId: string;
    workspaceId: string;
    search?: string | undefined;
    tag?: string | undefined;
    request: PageRequest;
  },
): Promise<Page<ContactEntity>> {
  const { accountId, workspaceId, request } = input;
  const [pattern, tag] = [searchPattern(input.search), input.tag ?? null];
  const [afterId = null] = cursorOf(request, isIdKey) ?? [];
  const rows: unknown[] = await tx.query(
    `SELECT found.ids, CASE WHEN $3::text IS NULL AND $4::text IS NULL THEN state.contacts ELSE found.total END AS total
     FROM search_contacts($1, $2, $3, $4, $5, $6, $7, $8) AS found, count_account_state($1, $2) AS state`,
    [accountId, workspaceId, pattern, tag, afterId, offsetOf(request), request.limit + 1, maxExactTotal],
  );
  const found = foundRow.parse(rows[0]);
  const contacts = await tx.find(ContactEntity, {
    where: { id: In(found.ids), workspaceId },
    order: { id: 'DESC' },
  });
  return toPage({ rows: contacts, total: found.total, request, keyOf: ({ id }) => [id] });
}
