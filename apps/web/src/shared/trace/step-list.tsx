import { cx } from '@instaflow/ui';
import type { ShownStep } from './trace-step';
import { useReasonText } from './use-reason-text';

export type StepListProps = { steps: readonly ShownStep[] };

const dots: Record<string, string> = {
  advanced: 'bg-success',
  finished: 'bg-success',
  waiting: 'bg-warning',
  failed: 'bg-danger',
};

/** The steps that ran, in order. */
export function StepList({ steps }: StepListProps) {
  const { nodeTypeText, outcomeText, reasonText } = useReasonText();
  return (
    <ol className="ml-1.5 flex flex-col border-l border-line">
      {steps.map((step, index) => (
        <li key={index} className="relative flex flex-wrap gap-x-2 py-1 pl-4">
          <span
            aria-hidden="true"
            className={cx(
              'absolute top-2.5 -left-1 size-2 rounded-full',
              dots[step.outcome] ?? 'bg-line-strong',
            )}
          />
          <span className="font-medium">{nodeTypeText(step.nodeType)}</span>
          <span className="text-ink-muted">
            {[outcomeText(step.outcome), step.reason && reasonText(step.reason)].filter(Boolean).join(' · ')}
          </span>
        </li>
      ))}
    </ol>
  );
}
