import type { FlowProblem } from '@instaflow/flow-model';
import { Button, cx, Popover } from '@instaflow/ui';
import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useBuilder, useBuilderStore } from '../state/builder-context';
import { useTexts } from '../texts/use-texts';
import { IssueList } from './issue-list';

/** How many things are wrong, and the list of them: each leads to the field it is about. */
export function IssuesButton() {
  const t = useTexts();
  const store = useBuilderStore();
  const [isOpen, setIsOpen] = useState(false);
  const problems = useBuilder((state) => state.problems);
  const hasErrors = problems.some(({ severity }) => severity === 'error');
  const Icon = problems.length === 0 ? CircleCheck : hasErrors ? CircleAlert : TriangleAlert;
  const label = problems.length === 0 ? t('issues.none') : t('issues.count', { count: problems.length });
  const jump = ({ nodeId, path }: FlowProblem) => {
    setIsOpen(false);
    if (nodeId !== null) store.getState().openNode(nodeId, path);
  };
  return (
    <Popover
      label={t('issues.label')}
      align="end"
      isOpen={isOpen}
      onOpenChange={setIsOpen}
      className="max-h-[70dvh] w-96 overflow-y-auto"
      trigger={
        <Button
          size="sm"
          variant="ghost"
          aria-label={label}
          className={cx(
            'px-2 tabular-nums',
            hasErrors ? 'text-danger-text' : problems.length > 0 ? 'text-warning-text' : 'text-success-text',
          )}
        >
          <Icon aria-hidden="true" />
          {problems.length > 0 && problems.length}
        </Button>
      }
    >
      {problems.length === 0 ? (
        <p className="px-1 py-2 text-ink-muted">
          {t('issues.none')}. {t('issues.noneHint')}
        </p>
      ) : (
        <IssueList problems={problems} onJump={jump} />
      )}
    </Popover>
  );
}
