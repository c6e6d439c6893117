import type { Flow } from '@instaflow/contracts';
import { toast } from '@instaflow/ui';
import { useState } from 'react';
import { hasPeopleInOlderVersions } from '../api/has-people-in-older-versions';
import { useFlowChanges } from '../api/use-flow-changes';
import { whenSaved } from '../autosave/when-saved';
import { useBuilderSession } from '../state/builder-context';
import { useTexts } from '../texts/use-texts';

/** Publishes once everything is saved, closes the dialog, and offers to move whoever still is in an older version. */
export function usePublish() {
  const t = useTexts();
  const session = useBuilderSession();
  const { store } = session;
  const [isWaiting, setIsWaiting] = useState(false);
  const { publish } = useFlowChanges();
  const offerMove = async (published: Flow) => {
    const isInNeed = await hasPeopleInOlderVersions(published);
    // Whoever opened something else meanwhile is not interrupted; the list of waiting people offers it too.
    if (isInNeed && store.getState().dialog === null) store.getState().setDialog('move');
  };
  const publishNow = async (note: string) => {
    setIsWaiting(true);
    const isSaved = await whenSaved(session);
    setIsWaiting(false);
    if (!isSaved) return;
    publish.mutate(note, {
      onSuccess: (published) => {
        store.getState().setDialog(null);
        toast.success(t('publish.done'));
        void offerMove(published);
      },
    });
  };
  return { publish, isWaiting, publishNow };
}
