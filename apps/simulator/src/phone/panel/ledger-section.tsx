import { formatTime } from '../data/format';
import { useResource } from '../data/use-resource';
import type { LedgerTail, ShownAccount } from '../data/types';

/** What the program asked of Instagram, newest first. */
export function LedgerSection({ account }: { account: ShownAccount | null }) {
  const query = account ? `&accountId=${account.userId}` : '';
  const tail = useResource<LedgerTail>(
    `/ledger?type=graph&tail=true&limit=12${query}`,
    ({ kind }) => kind === 'ledger',
  );
  const entries = tail.value?.entries.toReversed() ?? [];
  return (
    <section aria-labelledby="ledger-title">
      <h3 id="ledger-title">Calls of the program</h3>
      <ul className="log" aria-label="Calls of the program">
        {entries.map(
          (entry) =>
            entry.type === 'graph' && (
              <li key={entry.seq}>
                <span className={`status status-${entry.result}`}>{entry.status ?? 'none'}</span>
                <span className="breakable" title={JSON.stringify(entry.body)}>
                  {entry.method} {shorten(entry.path)}
                  {entry.error && ` · ${entry.error.message}`}
                  {entry.fault && ` · fault: ${entry.fault.replaceAll('_', ' ')}`}
                </span>
                <time>{formatTime(entry.at)}</time>
              </li>
            ),
        )}
      </ul>
      {entries.length === 0 && <p className="quiet">No calls yet.</p>}
    </section>
  );
}

function shorten(path: string): string {
  return path.replace(/\/([A-Za-z0-9_-]{8})[A-Za-z0-9_-]{12,}/g, '/$1…');
}
