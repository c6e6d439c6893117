import { toast } from '@instaflow/ui';
import { useEffect } from 'react';
import { announce } from '../../shared/components/live-region';
import { useBuilder, useBuilderStore } from './state/builder-context';
import type { Announcement } from './state/selection-slice';
import './texts/edit-texts';
import { formatAnnouncement } from './texts/format-edit';
import { useTexts } from './texts/use-texts';

/** Each is told once: the draft comes back with its last one after another document was shown in its place. */
const told = new WeakSet<Announcement>();

/** Tells screen readers what an edit, an undo or a redo did, and everybody why an edit was refused. */
export function useAnnouncements(): void {
  const t = useTexts();
  const store = useBuilderStore();
  const announcement = useBuilder((state) => state.announcement);
  const refusal = useBuilder((state) => state.refusal);
  const takenIn = useBuilder((state) => state.takenIn);
  const broughtBack = useBuilder((state) => state.broughtBack);
  const isKeptLocally = useBuilder((state) => state.isKeptLocally);
  const hasConflict = useBuilder((state) => state.theirDraft !== null);

  useEffect(() => {
    if (!announcement || told.has(announcement)) return;
    told.add(announcement);
    const text = formatAnnouncement(t, announcement);
    // An undo by key happens without a look at the button that names it; the toast is read out as well.
    if (announcement.kind === 'done') announce(text);
    else toast(text, { id: 'builder-history' });
  }, [announcement, t]);
  useEffect(() => {
    if (refusal === null) return;
    toast.error(refusal);
    store.getState().settle('refusal');
  }, [refusal, store]);
  useEffect(() => {
    if (takenIn === null) return;
    if (takenIn.count > 0) toast(t('save.takenIn', { count: takenIn.count }));
    store.getState().tellSave({ takenIn: null });
  }, [takenIn, store, t]);
  useEffect(() => {
    if (broughtBack === null) return;
    const { count, lostCount } = broughtBack;
    if (lostCount > 0) toast.warning(t('leftover.partly', { count: lostCount }));
    else toast(t('leftover.restored', { count }));
    store.getState().tellSave({ broughtBack: null });
  }, [broughtBack, store, t]);
  useEffect(() => {
    if (!isKeptLocally) toast.warning(t('save.notKept'));
  }, [isKeptLocally, t]);
  useEffect(() => {
    if (hasConflict) toast.warning(t('save.conflictHint'));
  }, [hasConflict, t]);
}
