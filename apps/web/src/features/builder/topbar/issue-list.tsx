import type { FlowProblem } from '@instaflow/flow-model';
import { cx } from '@instaflow/ui';
import { CircleAlert, TriangleAlert } from 'lucide-react';
import { useBuilder } from '../state/builder-context';
import { useTexts } from '../texts/use-texts';

/** Errors first, then warnings: the step, and the sentence that says what to do. */
export function IssueList({
  problems,
  onJump,
}: {
  problems: readonly FlowProblem[];
  onJump: (problem: FlowProblem) => void;
}) {
  const t = useTexts();
  const definition = useBuilder((state) => state.definition);
  const names = new Map(definition.nodes.map(({ id, name }) => [id, name]));
  const groups = [
    { severity: 'error', title: t('issues.errors') },
    { severity: 'warning', title: t('issues.warnings') },
  ] as const;
  return groups.map(({ severity, title }) => {
    const own = problems.filter((problem) => problem.severity === severity);
    if (own.length === 0) return null;
    const Icon = severity === 'error' ? CircleAlert : TriangleAlert;
    return (
      <section key={severity} aria-label={title} className="flex flex-col">
        <h3 className="px-2 pt-1 pb-1 text-xs font-medium text-ink-faint">{title}</h3>
        <ul>
          {own.map((problem) => (
            <li key={`${problem.nodeId ?? ''}-${problem.path}-${problem.code}-${problem.message}`}>
              <button
                type="button"
                disabled={problem.nodeId === null}
                onClick={() => {
                  onJump(problem);
                }}
                className="flex w-full items-start gap-2.5 rounded-md px-2 py-1.5 text-left enabled:hover:bg-hover"
              >
                <Icon
                  aria-hidden="true"
                  className={cx(
                    'mt-0.5 size-4 shrink-0',
                    severity === 'error' ? 'text-danger-text' : 'text-warning-text',
                  )}
                />
                <span className="flex min-w-0 flex-col">
                  <span className="truncate text-sm font-medium">
                    {problem.nodeId === null
                      ? t('issues.wholeFlow')
                      : names.get(problem.nodeId) || problem.nodeId}
                  </span>
                  <span className="text-sm text-ink-muted">{problem.message}</span>
                </span>
              </button>
            </li>
          ))}
        </ul>
      </section>
    );
  });
}
