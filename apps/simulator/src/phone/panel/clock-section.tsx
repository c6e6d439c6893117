import { control } from '../data/control';
import { formatSpan } from '../data/format';
import { useResource } from '../data/use-resource';
import type { ClockState, Person, ShownAccount, ShownThread } from '../data/types';
import { Notice } from '../parts/notice';
import { useAction } from '../parts/use-action';

const hourMs = 3_600_000;

export function ClockSection({ account, person }: { account: ShownAccount | null; person: Person | null }) {
  const clock = useResource<ClockState>('/clock', (change) => change.kind === 'clock');
  const thread = useResource<ShownThread>(
    account && person ? `/accounts/${account.userId}/threads/${person.igsid}` : null,
    (change) => change.kind === 'clock' || change.kind === 'thread',
  );
  const action = useAction();
  const advance = (advanceMs: number): void =>
    void action.run(() => control('POST', '/clock', { advanceMs }));
  return (
    <section aria-labelledby="clock-title">
      <h3 id="clock-title">Clock</h3>
      <p className="figure">
        {clock.value ? new Date(clock.value.now).toLocaleString() : '…'}
        {clock.value && clock.value.offsetMs > 0 && <span> (+{formatSpan(clock.value.offsetMs)})</span>}
      </p>
      <p className="quiet">{describeWindow(thread.value)}</p>
      {thread.value && thread.value.messages.length > 0 && (
        <p className="quiet">In the inbox of the business: {folderNames[thread.value.businessFolder]}.</p>
      )}
      <div className="button-row">
        <button type="button" onClick={() => advance(hourMs)}>
          +1 h
        </button>
        <button type="button" onClick={() => advance(24 * hourMs)}>
          +24 h
        </button>
        <button type="button" onClick={() => advance(7 * 24 * hourMs)}>
          +7 d
        </button>
      </div>
      {action.error && <Notice message={action.error} />}
    </section>
  );
}

const folderNames = { primary: 'Primary', general: 'General', requests: 'Requests' } as const;

function describeWindow(thread: ShownThread | null): string {
  if (!thread?.windowClosesAt) return 'No window: this person has not written yet.';
  if (!thread.isWindowOpen) return 'The 24-hour window is closed.';
  return `The 24-hour window is open for ${formatSpan(thread.windowClosesAt - thread.now)}.`;
}
