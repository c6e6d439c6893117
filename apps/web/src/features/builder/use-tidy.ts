import { toast } from '@instaflow/ui';
import { useCallback } from 'react';
import { useBuilderSession } from './state/builder-context';
import { useTexts } from './texts/use-texts';

/** Arranges the steps and shows the result. */
export function useTidy(): () => Promise<void> {
  const t = useTexts();
  const { store, viewport } = useBuilderSession();
  return useCallback(async () => {
    try {
      const [{ tidySteps }, { requestLayout }] = await Promise.all([
        import('./actions/tidy-steps'),
        import('./tidy/request-layout'),
      ]);
      await tidySteps(store, requestLayout);
      requestAnimationFrame(() => viewport.get()?.fit());
    } catch {
      toast.error(t('bar.tidyFailed'));
    }
  }, [store, viewport, t]);
}
