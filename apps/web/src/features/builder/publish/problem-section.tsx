import type { FlowProblem } from '@instaflow/flow-model';
import { Notice } from '@instaflow/ui';
import { useFlowTriggers } from '../api/use-flow-triggers';
import { useBuilderStore } from '../state/builder-context';
import { useTexts } from '../texts/use-texts';
import { IssueList } from '../topbar/issue-list';
import { PublishSection } from './publish-section';
import { usePublishTexts } from './publish-texts';

/** What stands in the way of publishing and what is worth a look; each leads to its step. */
export function ProblemSection({ problems }: { problems: readonly FlowProblem[] }) {
  const t = useTexts();
  const publishText = usePublishTexts();
  const { data: triggers } = useFlowTriggers().list;
  const store = useBuilderStore();
  const hasErrors = problems.some(({ severity }) => severity === 'error');
  return (
    <PublishSection title={publishText('problems.title')}>
      {hasErrors && <Notice tone="danger">{t('publish.blocked')}</Notice>}
      {problems.length === 0 && <Notice tone="success">{t('publish.ready')}</Notice>}
      {triggers?.length === 0 && <Notice tone="warning">{t('publish.noTriggers')}</Notice>}
      <div className="-mx-2 empty:hidden">
        <IssueList
          problems={problems}
          onJump={({ nodeId, path }) => {
            store.getState().setDialog(null);
            if (nodeId !== null) store.getState().openNode(nodeId, path);
          }}
        />
      </div>
    </PublishSection>
  );
}
