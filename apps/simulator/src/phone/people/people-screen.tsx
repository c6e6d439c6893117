import type { Address } from '../data/use-address';
import type { Person, ShownAccount } from '../data/types';
import { Avatar } from '../parts/avatar';
import { NewPersonForm } from './new-person-form';

type Props = {
  accounts: ShownAccount[];
  account: ShownAccount;
  persons: Person[];
  person: Person | null;
  onChoose: (change: Partial<Address>) => void;
};

/** Newest first; anyone else is reached by `?person=<username>`. */
const shownPersons = 100;

/** Who holds the phone, and which business they look at. */
export function PeopleScreen({ accounts, account, persons, person, onChoose }: Props) {
  return (
    <div className="scroll-screen" tabIndex={-1}>
      <h2 className="screen-title">Who are you?</h2>
      <label className="field">
        Business account
        <select
          value={account.userId}
          onChange={(event) => onChoose({ account: event.target.value, person: null })}
        >
          {accounts.map(({ userId, username }) => (
            <option key={userId} value={userId}>
              {username}
            </option>
          ))}
        </select>
      </label>
      <NewPersonForm
        account={account}
        onCreated={(igsid) => onChoose({ account: account.userId, person: igsid })}
      />
      {persons.length > 0 && <h3 className="section-title">Be someone you were before</h3>}
      <ul className="people">
        {persons
          .slice(-shownPersons)
          .toReversed()
          .map((known) => (
            <li key={known.igsid}>
              <button
                type="button"
                aria-pressed={known.igsid === person?.igsid}
                onClick={() => onChoose({ account: account.userId, person: known.igsid })}
              >
                <Avatar id={known.igsid} />
                <span className="person-names">
                  <strong>{known.name}</strong>
                  <span className="quiet">
                    @{known.username} · {known.follows ? 'follows' : 'does not follow'}
                  </span>
                </span>
              </button>
            </li>
          ))}
      </ul>
    </div>
  );
}
