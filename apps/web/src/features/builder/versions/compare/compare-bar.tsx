import { Button } from '@instaflow/ui';
import { ArrowLeft } from 'lucide-react';
import { useMemo } from 'react';
import { StepWalk } from '../../overlay/step-walk';
import { useMarks } from '../../overlay/use-marks';
import { useOverlay } from '../../overlay/use-overlay';
import { ChangeBadge } from '../../publish/change-badge';
import { listChanges, type ShownChange } from '../../publish/shown-diff';
import { useBuilder } from '../../state/builder-context';
import { useVersionTexts } from '../version-texts';
import type { ComparedSide, Comparison } from './comparison';
import { markDifferences } from './mark-differences';
import { useLeaveComparison } from './use-leave-comparison';

const kinds: readonly ShownChange['change'][] = ['added', 'changed', 'removed'];

/** What is compared, what the signs mean, and the way from change to change. */
export function CompareBar() {
  const comparison = useOverlay((state) => state.comparison);
  return comparison && <Bar comparison={comparison} />;
}

function Bar({ comparison }: { comparison: Comparison }) {
  const t = useVersionTexts();
  const leave = useLeaveComparison();
  const { before, after, diff } = comparison;
  useDifferenceMarks(comparison);
  const changes = listChanges(diff);
  const counts = kinds.map((kind) => ({
    kind,
    count: changes.filter(({ change }) => change === kind).length,
  }));
  const inText = (side: ComparedSide) =>
    side === 'draft' ? t('compare.draftInText') : t('compare.inText', { version: side });
  const title = t('compare.bar', { before: inText(before), after: inText(after) });
  return (
    <section
      aria-label={title}
      className="flex flex-wrap items-center gap-x-4 gap-y-1.5 border-b border-line bg-surface px-2 py-1.5 sm:px-3"
    >
      <Button size="sm" aria-keyshortcuts="Escape" onClick={leave}>
        <ArrowLeft aria-hidden="true" />
        {t('compare.leave')}
      </Button>
      <h2 className="text-sm font-semibold">{title}</h2>
      <ul aria-label={t('compare.legend')} className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {counts.map(({ kind, count }) => (
          <li key={kind} className="flex items-center gap-1 text-sm tabular-nums">
            <ChangeBadge change={kind} />
            {count}
          </li>
        ))}
      </ul>
      <ChangeWalk changes={changes} />
    </section>
  );
}

function useDifferenceMarks({ diff }: Comparison): void {
  const t = useVersionTexts();
  const definition = useBuilder((state) => state.definition);
  useMarks(
    useMemo(
      () =>
        markDifferences(definition, diff, {
          added: t('compare.edgeAdded'),
          changed: t('compare.edgeChanged'),
          removed: t('compare.edgeRemoved'),
        }),
      [definition, diff, t],
    ),
  );
}

function ChangeWalk({ changes }: { changes: readonly ShownChange[] }) {
  const t = useVersionTexts();
  if (changes.length === 0) return <p className="text-sm text-ink-muted">{t('compare.same')}</p>;
  return (
    <StepWalk
      nodeIds={changes.map(({ nodeId }) => nodeId)}
      count={t('compare.count', { count: changes.length })}
      position={(place) => t('compare.position', place)}
      previous={t('compare.previous')}
      next={t('compare.next')}
    />
  );
}
