import { useCallback, useState } from 'react';

export type Address = { account: string | null; person: string | null };

/** Account and person in the page's address, so that a link can point to a person. */
export function useAddress(): [Address, (change: Partial<Address>) => void] {
  const [address, setAddress] = useState<Address>(read);
  const change = useCallback((next: Partial<Address>) => {
    setAddress((before) => {
      const after = { ...before, ...next };
      const query = new URLSearchParams();
      if (after.account) query.set('account', after.account);
      if (after.person) query.set('person', after.person);
      window.history.replaceState(null, '', `?${query.toString()}`);
      return after;
    });
  }, []);
  return [address, change];
}

function read(): Address {
  const query = new URLSearchParams(window.location.search);
  return { account: query.get('account'), person: query.get('person') };
}
