import { lazy, Suspense } from 'react';
import { useBuilder } from '../state/builder-context';

const DescribeDialog = lazy(async () => ({
  default: (await import('./describe-dialog')).DescribeDialog,
}));

/** The dialog in which steps are described; its code comes with its first use. */
export function DescribeSlot() {
  const place = useBuilder(({ dialog, describing }) => (dialog === 'describe' ? describing : null));
  if (place === null) return null;
  return (
    <Suspense fallback={null}>
      <DescribeDialog place={place} />
    </Suspense>
  );
}
