import { toast } from '@instaflow/ui';
import { useCallback } from 'react';
import { tidySteps } from './actions/tidy-steps';
import { useBuilderSession } from './state/builder-context';
import { useTexts } from './texts/use-texts';
import { requestLayout } from './tidy/request-layout';

/** Arranges the steps and shows the result. */
export function useTidy(): () => Promise<void> {
  const t = useTexts();
  const { store, viewport } = useBuilderSession();
  return useCallback(async () => {
    try {
      await tidySteps(store, requestLayout);
      requestAnimationFrame(() => viewport.get()?.fit());
    } catch {
      toast.error(t('bar.tidyFailed'));
    }
  }, [store, viewport, t]);
}
