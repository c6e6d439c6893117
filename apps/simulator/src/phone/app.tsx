import { useState } from 'react';
import { useAddress } from './data/use-address';
import { useResource } from './data/use-resource';
import type { Accounts, Persons } from './data/types';
import { Panel } from './panel/panel';
import { Phone } from './phone';

/** The phone in the middle, the controls of the simulated world beside it. */
export function App() {
  const [address, setAddress] = useAddress();
  const [isPanelOpen, setPanelOpen] = useState(false);
  const accounts = useResource<Accounts>('/accounts', (change) => change.kind === 'account');
  const all = accounts.value?.accounts ?? [];
  const account =
    all.find(({ id, userId, username }) => [id, userId, username].includes(address.account ?? '')) ??
    all[0] ??
    null;
  const persons = useResource<Persons>(
    account ? `/accounts/${account.userId}/persons` : null,
    (change) => change.kind === 'person',
  );
  const known = persons.value?.persons ?? [];
  const person =
    known.find(({ igsid, username }) => [igsid, username].includes(address.person ?? '')) ?? known[0] ?? null;

  return (
    <div className="stage">
      <Phone
        accounts={accounts}
        persons={persons}
        account={account}
        person={person}
        onChoose={setAddress}
        onOpenPanel={() => setPanelOpen(true)}
      />
      <Panel account={account} person={person} isOpen={isPanelOpen} onClose={() => setPanelOpen(false)} />
    </div>
  );
}
