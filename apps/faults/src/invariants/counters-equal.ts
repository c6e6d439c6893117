import { listSaid } from '../evidence/deliveries';
import type { Evidence, Violation } from '../evidence/evidence';
import { isPublicReply, isSend } from '../evidence/sends';

/** 10: unread counts and the account's figures equal what Instagram delivered and took. */
export function checkCountersEqual(evidence: Evidence): Violation[] {
  const delivered = evidence.deliveries.filter(({ outcome }) => outcome === 'delivered');
  const said = new Map(delivered.flatMap(listSaid).map((one) => [one.id, one]));
  const countOf = (fits: (one: { userId: string; igsid: string }) => boolean): number =>
    [...said.values()].filter(fits).length;
  const unread = evidence.contacts.flatMap(({ instagramUserId: igsid, unreadCount }) => {
    const written = countOf((one) => one.igsid === igsid);
    return differ(igsid, 'unread messages', { shown: unreadCount, least: written, most: written });
  });
  const figures = evidence.accounts.flatMap(({ userId }) => {
    const summary = evidence.summaries.get(userId);
    if (summary === undefined) return [];
    const received = countOf((one) => one.userId === userId);
    const people = new Set(
      [...said.values()].filter((one) => one.userId === userId).map(({ igsid }) => igsid),
    ).size;
    const sent = evidence.calls.filter(
      (call) => call.accountId === userId && (isSend(call) || isPublicReply(call)),
    );
    // Uncertain ones are shown as such and counted apart.
    const uncertain = evidence.outbox.filter(
      (row) => row.userId === userId && row.status === 'uncertain',
    ).length;
    return [
      ...differ(userId, 'messages received', {
        shown: summary.totalMessagesReceived,
        least: received,
        most: received,
      }),
      ...differ(userId, 'contacts', { shown: summary.totalContacts, least: people, most: people }),
      ...differ(userId, 'messages sent', {
        shown: summary.totalMessagesSent,
        least: sent.length - uncertain,
        most: sent.length,
      }),
    ];
  });
  return [...unread, ...figures];
}

function differ(
  about: string,
  what: string,
  { shown, least, most }: { shown: number; least: number; most: number },
): Violation[] {
  if (shown >= least && shown <= most) return [];
  return [{ invariant: 10, about, story: [`${shown} ${what} are shown, ${most} are in the ledger.`] }];
}
