import { Suspense } from 'react';
import { Cursors } from '../lazy-parts';
import { useOthers } from './use-others';

/** The pointers of others; who is alone neither loads their code nor tells where they point. */
export function CursorsSlot() {
  const isAlone = useOthers(({ others }) => others.length === 0);
  if (isAlone) return null;
  return (
    <Suspense fallback={null}>
      <Cursors />
    </Suspense>
  );
}
