import { useState, type FormEvent } from 'react';
import { control } from '../data/control';
import type { Person, ShownAccount } from '../data/types';
import { Notice } from '../parts/notice';
import { useAction } from '../parts/use-action';

type Props = { account: ShownAccount; person: Person | null };

/** The business side: its token, its subscription, and its owner typing in the Instagram app. */
export function AccountSection({ account, person }: Props) {
  const [text, setText] = useState('');
  const action = useAction();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!person || text.trim() === '') return;
    const body = { igsid: person.igsid, text };
    void action
      .run(() => control('POST', `/accounts/${account.userId}/app-message`, body))
      .then((isDone) => isDone && setText(''));
  };
  return (
    <section aria-labelledby="account-title">
      <h3 id="account-title">Business @{account.username}</h3>
      <p className="quiet">
        {account.isSubscribed
          ? 'The program is subscribed to its webhooks.'
          : 'Not subscribed: the program gets no webhooks of this account.'}
      </p>
      <label className="field">
        Access token
        <input
          readOnly
          value={account.accessToken ?? 'none is valid'}
          onFocus={(event) => event.target.select()}
        />
      </label>
      {person && (
        <form onSubmit={submit}>
          <label className="field">
            The owner writes to @{person.username} in the Instagram app
            <input value={text} autoComplete="off" onChange={(event) => setText(event.target.value)} />
          </label>
          <button type="submit">Send as owner</button>
        </form>
      )}
      {action.error && <Notice message={action.error} />}
    </section>
  );
}
