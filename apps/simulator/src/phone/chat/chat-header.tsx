import type { Person, ShownAccount } from '../data/types';
import { Avatar } from '../parts/avatar';

export function ChatHeader({ account, person }: { account: ShownAccount; person: Person }) {
  return (
    <header className="chat-header">
      <Avatar id={account.userId} />
      <div className="chat-names">
        <h2>{account.name}</h2>
        <p className="quiet">@{account.username} · Business chat</p>
      </div>
      <p className="you-are">
        You are <strong>@{person.username}</strong>
      </p>
    </header>
  );
}
