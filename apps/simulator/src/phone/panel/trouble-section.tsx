import { control, personPath } from '../data/control';
import type { Person, ShownAccount } from '../data/types';
import { Notice } from '../parts/notice';
import { useAction } from '../parts/use-action';

type Props = { account: ShownAccount; person: Person | null };

const gestures = [
  { label: 'Change the password', to: '/tokens/revoke', body: { subcode: 460 } },
  { label: 'Security checkpoint', to: '/tokens/revoke', body: { subcode: 459 } },
  { label: 'Log out everywhere', to: '/tokens/revoke', body: { subcode: 467 } },
  { label: 'Remove the app', to: '/remove-app', body: {} },
  { label: 'Ask for data deletion', to: '/request-deletion', body: {} },
  { label: 'Issue a new token', to: '/tokens', body: {} },
] as const;

/** What owners, people and Meta do to a connection. */
export function TroubleSection({ account, person }: Props) {
  const action = useAction();
  const call = (method: string, path: string, body: object): void =>
    void action.run(() => control(method, path, body));
  const path = `/accounts/${account.userId}`;
  return (
    <section aria-labelledby="trouble-title">
      <h3 id="trouble-title">Trouble</h3>
      <AccountChecks account={account} onChange={(change) => call('PATCH', path, change)} />
      {person && (
        <PersonChecks
          person={person}
          onChange={(change) => call('PATCH', personPath(account.userId, person.igsid), change)}
        />
      )}
      <div className="button-row">
        {gestures.map(({ label, to, body }) => (
          <button key={label} type="button" onClick={() => call('POST', `${path}${to}`, body)}>
            {label}
          </button>
        ))}
      </div>
      {action.error && <Notice message={action.error} />}
    </section>
  );
}

type AccountProps = { account: ShownAccount; onChange: (change: object) => void };

function AccountChecks({ account, onChange }: AccountProps) {
  const { isRestricted, isMessagingBlocked, isMessageAccessOff, isPublic } = account;
  const set = (change: object) => (): void => onChange(change);
  return (
    <div className="check-row">
      <Check label="Account restricted" isSet={isRestricted} onSet={set({ isRestricted: !isRestricted })} />
      <Check
        label="Messaging blocked"
        isSet={isMessagingBlocked}
        onSet={set({ isMessagingBlocked: !isMessagingBlocked })}
      />
      <Check
        label="Access to messages off"
        isSet={isMessageAccessOff}
        onSet={set({ isMessageAccessOff: !isMessageAccessOff })}
      />
      <Check label="Private account" isSet={!isPublic} onSet={set({ isPublic: !isPublic })} />
    </div>
  );
}

function PersonChecks({ person, onChange }: { person: Person; onChange: (change: object) => void }) {
  const hasBlocked = person.problem === 'blocked_business';
  return (
    <div className="check-row">
      <Check
        label={`@${person.username} is not available`}
        isSet={person.isUnavailable}
        onSet={() => onChange({ isUnavailable: !person.isUnavailable })}
      />
      <Check
        label="Blocked the business"
        isSet={hasBlocked}
        onSet={() => onChange({ problem: hasBlocked ? null : 'blocked_business' })}
      />
    </div>
  );
}

function Check({ label, isSet, onSet }: { label: string; isSet: boolean; onSet: () => void }) {
  return (
    <label className="check">
      <input type="checkbox" checked={isSet} onChange={onSet} />
      {label}
    </label>
  );
}
