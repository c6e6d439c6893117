import { useState, type FormEvent } from 'react';
import { control } from '../data/control';
import type { Person, ShownAccount } from '../data/types';
import { Notice } from '../parts/notice';
import { useAction } from '../parts/use-action';

type Props = { account: ShownAccount; onCreated: (igsid: string) => void };

export function NewPersonForm({ account, onCreated }: Props) {
  const [name, setName] = useState('');
  const [username, setUsername] = useState('');
  const [follows, setFollows] = useState(true);
  const action = useAction();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void action.run(async () => {
      const created = await control<Person>('POST', `/accounts/${account.userId}/persons`, {
        ...(name ? { name } : {}),
        ...(username ? { username } : {}),
        follows,
      });
      onCreated(created.igsid);
    });
  };
  return (
    <form className="card-form" onSubmit={submit}>
      <h3>Be a new person</h3>
      <div className="field-row">
        <label>
          Name
          <input
            value={name}
            placeholder="Ana Ruiz"
            maxLength={100}
            autoComplete="off"
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        <label>
          Username
          <input
            value={username}
            placeholder="ana.ruiz"
            maxLength={30}
            autoComplete="off"
            onChange={(event) => setUsername(event.target.value)}
          />
        </label>
      </div>
      <label className="check">
        <input type="checkbox" checked={follows} onChange={(event) => setFollows(event.target.checked)} />
        Follows {account.username}
      </label>
      {action.error && <Notice message={action.error} />}
      <button type="submit" className="primary-button">
        Be this person
      </button>
    </form>
  );
}
