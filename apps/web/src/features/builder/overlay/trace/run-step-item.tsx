import type { RunStep } from '@instaflow/contracts';
import { cx } from '@instaflow/ui';
import { useEffect, useRef } from 'react';
import { StepList } from '../../../../shared/trace/step-list';
import { useBuilder, useBuilderStore } from '../../state/builder-context';
import { selectOnlyNodeId } from '../../state/selection-slice';
import { useOverlayTexts } from '../overlay-texts';
import { visitOf } from './mark-path';

export type RunStepItemProps = {
  step: RunStep;
  /** The numbers on the canvas; null for a step in another flow. */
  orders: ReadonlyMap<string, number> | null;
};

/** One step of the run. Its number leads to its card, and the card that is selected to it. */
export function RunStepItem({ step, orders }: RunStepItemProps) {
  const t = useOverlayTexts();
  const store = useBuilderStore();
  const item = useRef<HTMLLIElement>(null);
  const order = orders?.get(visitOf(step));
  const isSelected = useBuilder((state) => order !== undefined && selectOnlyNodeId(state) === step.nodeId);
  useEffect(() => {
    if (isSelected) item.current?.scrollIntoView({ block: 'nearest' });
  }, [isSelected]);
  return (
    <li ref={item} className={cx('flex gap-1 rounded-md', isSelected && 'bg-accent-soft')}>
      {order === undefined ? (
        <span className="w-7 shrink-0" />
      ) : (
        <button
          type="button"
          aria-label={`${t('run.visit', { order })}: ${t('run.onCanvas')}`}
          className="mt-1 grid size-6 shrink-0 place-items-center rounded-full border border-line text-xs font-semibold tabular-nums hover:border-accent touch:size-10"
          onClick={() => {
            store.getState().goToNode(step.nodeId);
          }}
        >
          {order}
        </button>
      )}
      <div className="min-w-0 flex-1">
        <StepList steps={[step]} />
      </div>
    </li>
  );
}
