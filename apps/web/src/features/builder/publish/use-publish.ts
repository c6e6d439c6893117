import type { Flow } from '@instaflow/contracts';
import { toast } from '@instaflow/ui';
import { useState } from 'react';
import { hasPeopleInOlderVersions } from '../api/has-people-in-older-versions';
import { useFlowChanges } from '../api/use-flow-changes';
import { whenSaved } from '../autosave/when-saved';
import { useBuilderSession } from '../state/builder-context';
import { useTexts } from '../texts/use-texts';
import { movePeople, type MoveOrder } from './move-people';
import type { PeopleChoiceValue } from './people-choice';
import { usePublishTexts } from './publish-texts';

export type PublishChoice = {
  note: string;
  ignoreFailedTests: boolean;
  /** Null when nobody was shown to choose for. */
  people: { choice: PeopleChoiceValue; removedSteps: MoveOrder['removedSteps'] } | null;
};

/** Publishes once everything is saved, closes the dialog, and does with those in older versions what was chosen. */
export function usePublish() {
  const t = useTexts();
  const publishText = usePublishTexts();
  const session = useBuilderSession();
  const { store } = session;
  const [isWaiting, setIsWaiting] = useState(false);
  const { publish } = useFlowChanges();
  // Whoever opened something else meanwhile is not interrupted; the list of waiting people offers it too.
  const showMove = () => {
    if (store.getState().dialog === null) store.getState().setDialog('move');
  };
  const takeAlong = async (published: Flow, order: MoveOrder) => {
    const { moved, ended, refused, isComplete } = await movePeople(published, order);
    if (moved > 0) toast.success(publishText('impact.moved', { count: moved }));
    if (ended > 0) toast.success(publishText('impact.ended', { count: ended }));
    if (refused > 0) toast.warning(publishText('impact.refused', { count: refused }));
    if (!isComplete) showMove();
  };
  const offerMove = async (published: Flow) => {
    if (await hasPeopleInOlderVersions(published)) showMove();
  };
  const publishNow = async ({ people, ...body }: PublishChoice) => {
    setIsWaiting(true);
    const isSaved = await whenSaved(session);
    setIsWaiting(false);
    if (!isSaved) return;
    publish.mutate(body, {
      onSuccess: (published) => {
        store.getState().setDialog(null);
        toast.success(t('publish.done'));
        if (people === null) return void offerMove(published);
        const order = { moveKept: people.choice === 'move', removedSteps: people.removedSteps };
        if (order.moveKept || order.removedSteps.length > 0) void takeAlong(published, order);
      },
    });
  };
  return { publish, isWaiting, publishNow };
}
