import { MessageCircle, SquarePlay, UserRound } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { ChatScreen } from './chat/chat-screen';
import type { Address } from './data/use-address';
import type { Accounts, Person, Persons, ShownAccount } from './data/types';
import type { Resource } from './data/use-resource';
import { Notice } from './parts/notice';
import { NewAccountForm } from './people/new-account-form';
import { PeopleScreen } from './people/people-screen';
import { PostsScreen } from './posts/posts-screen';
import { StatusBar } from './status-bar';

type Props = {
  accounts: Resource<Accounts>;
  persons: Resource<Persons>;
  account: ShownAccount | null;
  person: Person | null;
  onChoose: (change: Partial<Address>) => void;
  onOpenPanel: () => void;
};

type Tab = 'chat' | 'posts' | 'people';

const tabs = [
  { id: 'chat', label: 'Chat', Icon: MessageCircle },
  { id: 'posts', label: 'Posts', Icon: SquarePlay },
  { id: 'people', label: 'You', Icon: UserRound },
] as const;

export function Phone(props: Props) {
  const [tab, setTab] = useState<Tab>('chat');
  return (
    <main className="phone" aria-label="Phone">
      <h1 className="visually-hidden">Test phone of the Instagram simulator</h1>
      <StatusBar onOpenPanel={props.onOpenPanel} />
      <div className="screen">{renderScreen(props, tab, setTab)}</div>
      <nav className="tab-bar" aria-label="Screens of the phone">
        {tabs.map(({ id, label, Icon }) => (
          <button
            key={id}
            type="button"
            aria-current={tab === id ? 'page' : undefined}
            onClick={() => setTab(id)}
          >
            <Icon size={22} aria-hidden="true" />
            <span>{label}</span>
          </button>
        ))}
      </nav>
    </main>
  );
}

function renderScreen(props: Props, tab: Tab, setTab: (tab: Tab) => void): ReactNode {
  const { accounts, persons, account, person, onChoose } = props;
  if (accounts.error && !accounts.value) return <Notice message={accounts.error} onRetry={accounts.reload} />;
  if (!accounts.value) return <p className="quiet centered">Loading …</p>;
  if (!account)
    return <NewAccountForm onCreated={(created) => onChoose({ account: created, person: null })} />;
  if (persons.error && !persons.value) return <Notice message={persons.error} onRetry={persons.reload} />;
  if (!persons.value) return <p className="quiet centered">Loading …</p>;
  if (tab === 'people' || !person) {
    return (
      <PeopleScreen
        accounts={accounts.value.accounts}
        account={account}
        persons={persons.value.persons}
        person={person}
        onChoose={(change) => {
          onChoose(change);
          if (change.person) setTab('chat');
        }}
      />
    );
  }
  const chat = { account, person };
  if (tab === 'posts') return <PostsScreen key={person.igsid} chat={chat} />;
  return <ChatScreen key={person.igsid} chat={chat} />;
}
