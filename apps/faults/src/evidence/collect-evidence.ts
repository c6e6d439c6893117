import type { Installation } from '../processes/installation';
import type { Evidence } from './evidence';
import { readOutbox } from './outbox-rows';
import { readContacts, readSummary } from './read-shown';

/** Puts what Instagram saw beside what the program shows, for the accounts of one fault. */
export async function collectEvidence(
  { ledger, api, postgres, otherProgram }: Installation,
  known: Omit<Evidence, 'calls' | 'deliveries' | 'contacts' | 'summaries' | 'outbox' | 'officeCalls'>,
): Promise<Evidence> {
  const userIds = known.accounts.map(({ userId }) => userId);
  const errands = new Set(known.stories.flatMap(({ errands: own }) => own));
  const people = new Set(known.stories.map(({ igsid }) => igsid));
  const contacts = await Promise.all(known.accounts.map((account) => readContacts(api, account)));
  const summaries = await Promise.all(
    known.accounts.map(async (account) => [account.userId, await readSummary(api, account)] as const),
  );
  return {
    ...known,
    calls: ledger.calls.filter(
      ({ accountId, igsid }) => userIds.includes(accountId ?? '') || people.has(igsid ?? ''),
    ),
    deliveries: ledger.deliveries.filter(({ body }) => userIds.some((id) => body.includes(id))),
    contacts: contacts.flat(),
    summaries: new Map(summaries),
    officeCalls: otherProgram.calls.filter(({ errand }) => errands.has(errand)),
    outbox: await readOutbox(postgres.url, userIds),
  };
}
