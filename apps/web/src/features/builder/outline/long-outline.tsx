import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect } from 'react';
import { useBuilder } from '../state/builder-context';
import { useTexts } from '../texts/use-texts';
import type { OutlineStep } from './list-outline';
import { OutlineItem } from './outline-item';

const rowHeight = 68;
const wayHeight = 36;
const returnOfFocusMs = 50;

/** The outline of a long flow: only the steps in sight are in the page, and the one that is to get the focus. */
export function LongOutline({
  steps,
  frame,
}: {
  steps: readonly OutlineStep[];
  /** What scrolls. */
  frame: HTMLDivElement;
}) {
  const t = useTexts();
  const wantedId = useBuilder(({ focusNodeId }) => focusNodeId);
  const virtualizer = useVirtualizer({
    count: steps.length,
    getScrollElement: () => frame,
    estimateSize: (index) => rowHeight + (steps[index]?.outlets.length ?? 0) * wayHeight,
    getItemKey: (index) => steps[index]?.node.id ?? index,
    overscan: 6,
  });
  const wanted = wantedId === null ? -1 : steps.findIndex(({ node }) => node.id === wantedId);
  useEffect(() => {
    if (wanted < 0) return;
    // A dialog that closes gives the focus back first, and the browser scrolls to where that is.
    const timer = setTimeout(() => {
      virtualizer.scrollToIndex(wanted, { align: 'center' });
    }, returnOfFocusMs);
    return () => {
      clearTimeout(timer);
    };
  }, [wanted, virtualizer]);
  return (
    <ol
      aria-label={t('outlineView.label')}
      className="relative"
      style={{ height: virtualizer.getTotalSize() }}
    >
      {virtualizer.getVirtualItems().map((row) => {
        const step = steps[row.index];
        if (!step) return null;
        return (
          <li
            key={row.key}
            ref={virtualizer.measureElement}
            data-index={row.index}
            aria-setsize={steps.length}
            aria-posinset={row.index + 1}
            className="absolute inset-x-0 top-0 pb-2"
            style={{ transform: `translateY(${String(row.start)}px)` }}
          >
            <OutlineItem outline={step} />
          </li>
        );
      })}
    </ol>
  );
}
