import type { Person, ShownAccount } from '../data/types';
import { Avatar } from '../parts/avatar';

type Props = { account: ShownAccount; person: Person; onFollow: (follows: boolean) => void };

export function ChatHeader({ account, person, onFollow }: Props) {
  return (
    <header className="chat-header">
      <Avatar id={account.userId} />
      <div className="chat-names">
        <h2>{account.name}</h2>
        <p className="quiet">@{account.username} · Business chat</p>
      </div>
      <div className="you-are">
        <p>
          You are <strong>@{person.username}</strong>
        </p>
        <button
          type="button"
          className="text-button"
          aria-pressed={person.follows}
          onClick={() => onFollow(!person.follows)}
        >
          {person.follows ? 'Following' : 'Follow'}
        </button>
      </div>
    </header>
  );
}
