import { useState, type FormEvent } from 'react';
import { control } from '../data/control';
import type { ShownAccount } from '../data/types';
import { Notice } from '../parts/notice';
import { useAction } from '../parts/use-action';

/** The first thing to do in an empty world. */
export function NewAccountForm({ onCreated }: { onCreated: (userId: string) => void }) {
  const [username, setUsername] = useState('');
  const action = useAction();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void action.run(async () => {
      const created = await control<ShownAccount>('POST', '/accounts', username ? { username } : {});
      onCreated(created.userId);
    });
  };
  return (
    <form className="sheet" onSubmit={submit}>
      <h2>A business account</h2>
      <p className="quiet">
        Nobody has an account here yet. Make the business that your program answers for; then connect it with
        the token from the controls, or through the login page.
      </p>
      <label>
        Username
        <input
          value={username}
          maxLength={30}
          placeholder="bloom.studio"
          autoComplete="off"
          onChange={(event) => setUsername(event.target.value)}
        />
      </label>
      {action.error && <Notice message={action.error} />}
      <button type="submit" className="primary-button">
        Create account
      </button>
    </form>
  );
}
