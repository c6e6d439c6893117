import { toast } from '@instaflow/ui';
import { useEffect } from 'react';
import { announce } from '../../shared/components/live-region';
import { useBuilder, useBuilderStore } from './state/builder-context';
import { formatAnnouncement } from './texts/format-edit';
import { useTexts } from './texts/use-texts';

/** Tells screen readers what an edit, an undo or a redo did, and everybody why an edit was refused. */
export function useAnnouncements(): void {
  const t = useTexts();
  const store = useBuilderStore();
  const announcement = useBuilder((state) => state.announcement);
  const refusal = useBuilder((state) => state.refusal);

  useEffect(() => {
    if (announcement) announce(formatAnnouncement(t, announcement));
  }, [announcement, t]);
  useEffect(() => {
    if (refusal === null) return;
    toast.error(refusal);
    store.getState().settle('refusal');
  }, [refusal, store]);
}
