import type { FlowProblem } from '@instaflow/flow-model';
import { Button, cx, Popover } from '@instaflow/ui';
import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useBuilder, useBuilderStore } from '../state/builder-context';
import { useTexts } from '../texts/use-texts';
import { FixAllButton } from './fix-all-button';
import { IssueList } from './issue-list';
import '../texts/edit-texts';

/** How many things are wrong, and the list of them: each leads to the field it is about. */
export function IssuesButton() {
  const t = useTexts();
  const store = useBuilderStore();
  const [isOpen, setIsOpen] = useState(false);
  const problems = useBuilder((state) => state.problems);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  const Icon = problems.length === 0 ? CircleCheck : errors > 0 ? CircleAlert : TriangleAlert;
  const counts = [
    ...(errors > 0 ? [t('issues.errorCount', { count: errors })] : []),
    ...(warnings > 0 ? [t('issues.warningCount', { count: warnings })] : []),
  ];
  const label = problems.length === 0 ? t('issues.none') : `${t('issues.label')}: ${counts.join(', ')}`;
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
            errors > 0 ? 'text-danger-text' : problems.length > 0 ? 'text-warning-text' : 'text-success-text',
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
        <div className="flex flex-col">
          <FixAllButton />
          <IssueList problems={problems} onJump={jump} />
        </div>
      )}
    </Popover>
  );
}
