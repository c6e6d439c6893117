import { conditionKey, findWayPast, isDisabled, type FlowNode } from '@instaflow/flow-model';
import { Ellipsis, OctagonPause } from 'lucide-react';
import { cardMetrics } from '../card/card-metrics';
import { inputHandleId, measureNode } from '../card/measure-node';
import { useBuilder, useBuilderStore } from '../state/builder-context';
import '../texts/edit-texts';
import { useTexts } from '../texts/use-texts';

/** What a card shows and offers beside its content: that it is off, that the test phone halts there, and its menu. */
export function CardTools({ node }: { node: FlowNode }) {
  const t = useTexts();
  const store = useBuilderStore();
  const hasBreakpoint = useBuilder(({ breakpointIds }) => breakpointIds.has(node.id));
  if (node.type === 'note') return null;
  return (
    <>
      {hasBreakpoint && (
        <span title={t('step.breakpoint')} className="shrink-0 text-danger-text">
          <OctagonPause aria-hidden="true" className="size-4" />
          <span className="sr-only">{t('step.breakpoint')}</span>
        </span>
      )}
      {isDisabled(node) && <OffMark node={node} />}
      <button
        type="button"
        // The keyboard has the menu key, and every command of the menu a key of its own.
        tabIndex={-1}
        aria-haspopup="menu"
        aria-label={t('step.menu', { name: node.name })}
        className="nodrag nopan -mr-1.5 grid size-6 shrink-0 cursor-pointer place-items-center rounded-md text-ink-muted opacity-0 group-hover/card:opacity-100 hover:bg-hover focus-visible:opacity-100 touch:opacity-100"
        onClick={(event) => {
          event.stopPropagation();
          const { left, bottom } = event.currentTarget.getBoundingClientRect();
          store.getState().setStepMenu({ x: left, y: bottom }, node.id);
        }}
      >
        <Ellipsis aria-hidden="true" className="size-4" />
      </button>
    </>
  );
}

/** The word, and the line by which people walk through the card. */
function OffMark({ node }: { node: FlowNode }) {
  const t = useTexts();
  const { width, height, handles } = measureNode(node);
  const way = findWayPast(node);
  const outlet = way && conditionKey(way.condition);
  const from = middleOf(handles.find(({ id }) => id === inputHandleId));
  const to = middleOf(handles.find(({ id }) => id === outlet));
  return (
    <>
      <span
        title={t('step.offHint')}
        className="shrink-0 rounded-full border border-current px-1.5 text-xs font-medium text-ink-muted"
      >
        {t('card.off')}
      </span>
      {from !== null && to !== null && (
        <svg aria-hidden="true" width={width} height={height} className="card-passage">
          <path d={passage(from, to, width)} />
        </svg>
      )}
    </>
  );
}

function middleOf(handle: { y: number; height: number } | undefined): number | null {
  return handle ? handle.y + handle.height / 2 : null;
}

/** Along the edges and below the words of the outlet, so that it crosses no text. */
function passage(from: number, to: number, width: number): string {
  const x = cardMetrics.padding / 2;
  const below = to + cardMetrics.outletHeight / 2;
  return `M 0 ${from} H ${x} V ${below} H ${width - x} V ${to} H ${width}`;
}
