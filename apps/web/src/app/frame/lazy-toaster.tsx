import { lazy, Suspense } from 'react';

const ThemedToaster = lazy(async () => ({ default: (await import('./themed-toaster')).ThemedToaster }));

/** Toasts, fetched after the first paint: nothing shown at start depends on them. */
export function LazyToaster() {
  return (
    <Suspense fallback={null}>
      <ThemedToaster />
    </Suspense>
  );
}
