import { IconButton } from '@instaflow/ui';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useBuilder, useBuilderStore } from '../state/builder-context';
import { selectOnlyNodeId } from '../state/selection-slice';

export type StepWalkProps = {
  nodeIds: readonly string[];
  /** What is said while none of them is selected. */
  count: string;
  position: (place: { current: number; total: number }) => string;
  previous: string;
  next: string;
};

/** The way from one of some steps to the next, and where on it one is. */
export function StepWalk({ nodeIds, count, position, previous, next }: StepWalkProps) {
  const store = useBuilderStore();
  const nodeId = useBuilder(selectOnlyNodeId);
  const current = nodeId === null ? -1 : nodeIds.indexOf(nodeId);
  const total = nodeIds.length;
  const go = (by: 1 | -1) => () => {
    const from = current === -1 && by === -1 ? 0 : current;
    const wanted = nodeIds[(from + by + total) % total];
    if (wanted !== undefined) store.getState().goToNode(wanted);
  };
  return (
    <span className="ml-auto flex items-center gap-1">
      <span className="text-sm text-ink-muted tabular-nums" aria-live="polite">
        {current === -1 ? count : position({ current: current + 1, total })}
      </span>
      <IconButton size="sm" label={previous} onClick={go(-1)}>
        <ChevronLeft aria-hidden="true" />
      </IconButton>
      <IconButton size="sm" label={next} onClick={go(1)}>
        <ChevronRight aria-hidden="true" />
      </IconButton>
    </span>
  );
}
