import { useEffect } from 'react';
import { useOverlay } from '../../overlay/use-overlay';
import { ChangeList } from '../../publish/change-list';
import { useBuilder, useBuilderSession, useBuilderStore } from '../../state/builder-context';
import { selectOnlyNodeId } from '../../state/selection-slice';
import { useIsPhone } from '../../use-is-phone';
import { useVersionTexts } from '../version-texts';

/** The changes in words beside the canvas that shows them; on phones there is only room for the canvas. */
export function ComparePanel() {
  const t = useVersionTexts();
  const store = useBuilderStore();
  const isPhone = useIsPhone();
  const comparison = useOverlay((state) => state.comparison);
  const nodeId = useBuilder(selectOnlyNodeId);
  useFittedCanvas();
  if (comparison === null || isPhone) return null;
  const { diff, names } = comparison;
  return (
    <aside
      aria-label={t('compare.panel')}
      className="w-80 shrink-0 overflow-y-auto border-r border-line bg-surface p-3"
    >
      <ChangeList
        diff={diff}
        nameStep={(id) => names[id] ?? id}
        currentNodeId={nodeId}
        onJump={(change) => {
          store.getState().goToNode(change.nodeId);
        }}
      />
    </aside>
  );
}

/** Shows the whole of the other document, once it is drawn and this panel has taken its room. */
function useFittedCanvas(): void {
  const { viewport } = useBuilderSession();
  const comparison = useOverlay((state) => state.comparison);
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      viewport.get()?.fit();
    });
    return () => {
      cancelAnimationFrame(frame);
    };
  }, [comparison, viewport]);
}
