import { useSyncExternalStore } from 'react';

const query = '(max-width: 767px)';

/** Whether there is only room for one thing at a time. */
export function useIsPhone(): boolean {
  return useSyncExternalStore(subscribe, isPhone, () => false);
}

/** The same for code outside of components. */
export function isPhone(): boolean {
  return matchMedia(query).matches;
}

function subscribe(onChange: () => void): () => void {
  const list = matchMedia(query);
  list.addEventListener('change', onChange);
  return () => {
    list.removeEventListener('change', onChange);
  };
}
