import type { PublishPreview } from '@instaflow/contracts';
import { Button, Notice } from '@instaflow/ui';
import { GitCompareArrows } from 'lucide-react';
import { useErrorText } from '../../../shared/components/use-error-text';
import { useBuilder, useBuilderStore } from '../state/builder-context';
import { useStartComparison } from '../versions/compare/use-start-comparison';
import { useVersionTexts } from '../versions/version-texts';
import { ChangeList } from './change-list';
import { usePublishTexts } from './publish-texts';
import { listChanges } from './shown-diff';

/** What publishing changes, step by step, and the way to see it on the canvas. */
export function ChangeSection({
  diff,
  liveVersion,
}: {
  diff: PublishPreview['diff'];
  liveVersion: number | null;
}) {
  const t = usePublishTexts();
  const store = useBuilderStore();
  const nodes = useBuilder(({ definition }) => definition.nodes);
  if (diff === null) {
    const count = nodes.filter(({ type }) => type !== 'start' && type !== 'note').length;
    return (
      <p>
        {t('changes.first')} {t('changes.firstSteps', { count })}
      </p>
    );
  }
  const nameStep = (nodeId: string) => nodes.find(({ id }) => id === nodeId)?.name || nodeId;
  return (
    <>
      <ChangeList
        diff={diff}
        nameStep={nameStep}
        canJump={({ change }) => change !== 'removed'}
        onJump={({ nodeId }) => {
          store.getState().setDialog(null);
          store.getState().openNode(nodeId);
        }}
      />
      {liveVersion !== null && listChanges(diff).length > 0 && <ShowOnCanvas liveVersion={liveVersion} />}
    </>
  );
}

function ShowOnCanvas({ liveVersion }: { liveVersion: number }) {
  const t = usePublishTexts();
  const versionText = useVersionTexts();
  const errorText = useErrorText();
  const show = useStartComparison();
  return (
    <>
      <Button
        size="sm"
        className="self-start"
        isBusy={show.isPending}
        onClick={() => {
          show.mutate({ before: liveVersion, after: 'draft' });
        }}
      >
        <GitCompareArrows aria-hidden="true" />
        {t('changes.canvas')}
      </Button>
      {show.isError && (
        <Notice tone="danger" role="alert">
          {versionText('compare.failed', { reason: errorText(show.error) })}
        </Notice>
      )}
    </>
  );
}
