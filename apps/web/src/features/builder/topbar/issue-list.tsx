import type { FlowProblem } from '@instaflow/flow-model';
import { cx } from '@instaflow/ui';
import { CircleAlert, TriangleAlert } from 'lucide-react';
import { useRef } from 'react';
import { nameKind } from '../texts/name-kind';
import { useBuilder } from '../state/builder-context';
import { useTexts } from '../texts/use-texts';
import { FixButton } from './fix-button';
import '../texts/edit-texts';

/** Errors first, then warnings: the step, the sentence that says what to do, and the click that does it. */
export function IssueList({
  problems,
  onJump,
}: {
  problems: readonly FlowProblem[];
  onJump: (problem: FlowProblem) => void;
}) {
  const t = useTexts();
  const list = useRef<HTMLDivElement>(null);
  const groups = [
    { severity: 'error', title: t('issues.errors') },
    { severity: 'warning', title: t('issues.warnings') },
  ] as const;
  // The fixed issue goes away together with its button: the focus must not fall out of the list with it.
  const keepFocus = () => {
    list.current?.focus();
  };
  return (
    <div ref={list} tabIndex={-1} className="flex flex-col outline-none">
      {groups.map(({ severity, title }) => {
        const own = problems.filter((problem) => problem.severity === severity);
        if (own.length === 0) return null;
        return (
          <section key={severity} aria-label={title} className="flex flex-col">
            <h3 className="flex justify-between px-2 pt-1 pb-1 text-xs font-medium text-ink-muted">
              {title}
              <span className="tabular-nums">{own.length}</span>
            </h3>
            <ul>
              {own.map((problem) => (
                <IssueItem
                  key={`${problem.nodeId ?? ''}-${problem.path}-${problem.code}-${problem.message}`}
                  problem={problem}
                  onJump={onJump}
                  onFixed={keepFocus}
                />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function IssueItem({
  problem,
  onJump,
  onFixed,
}: {
  problem: FlowProblem;
  onJump: (problem: FlowProblem) => void;
  onFixed: () => void;
}) {
  const t = useTexts();
  const node = useBuilder(({ definition }) => definition.nodes.find(({ id }) => id === problem.nodeId));
  const isError = problem.severity === 'error';
  const Icon = isError ? CircleAlert : TriangleAlert;
  const place = node ? node.name || nameKind(t, node.type) : t('issues.wholeFlow');
  return (
    <li className="rounded-md hover:bg-hover">
      <button
        type="button"
        disabled={problem.nodeId === null}
        onClick={() => {
          onJump(problem);
        }}
        className="flex w-full items-start gap-2.5 rounded-md px-2 py-1.5 text-left"
      >
        <Icon
          aria-hidden="true"
          className={cx('mt-0.5 size-4 shrink-0', isError ? 'text-danger-text' : 'text-warning-text')}
        />
        <span className="flex min-w-0 flex-col">
          <span className="truncate text-sm font-medium">{place}</span>
          <span className="text-sm text-ink-muted">{problem.message}</span>
        </span>
      </button>
      {problem.fix && (
        <div className="pr-2 pb-2 pl-8.5">
          <FixButton fix={problem.fix} onFixed={onFixed} />
        </div>
      )}
    </li>
  );
}
