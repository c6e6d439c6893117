import type { FlowNode } from '@instaflow/flow-model';
import { Sheet } from '@instaflow/ui';
import { nameKind } from '../texts/name-kind';
import { useBuilder, useBuilderStore } from '../state/builder-context';
import { selectOnlyNodeId } from '../state/selection-slice';
import { useTexts } from '../texts/use-texts';
import { useIsPhone } from '../use-is-phone';
import { useStepInView } from '../use-step-in-view';
import './panel-texts';
import { StepEditor } from './step-editor';
import { StepHeader } from './step-header';

/** The selected step beside the canvas; on phones a sheet over it. */
export function StepPanel() {
  const t = useTexts();
  const store = useBuilderStore();
  const isPhone = useIsPhone();
  const node = useBuilder((state) => {
    const id = state.isPanelOpen ? selectOnlyNodeId(state) : null;
    return id === null ? undefined : state.definition.nodes.find((candidate) => candidate.id === id);
  });
  const close = () => {
    store.getState().closePanel();
  };
  if (isPhone) {
    return (
      <Sheet
        side="bottom"
        isTitleHidden
        className="h-[88dvh]"
        isOpen={node !== undefined}
        title={`${t('panel.label')}: ${node ? node.name || nameKind(t, node.type) : ''}`}
        closeLabel={t('close')}
        onOpenChange={(isOpen) => {
          if (!isOpen) close();
        }}
      >
        {node && (
          <div className="flex flex-col gap-4">
            <StepHeader node={node} isInSheet />
            <StepEditor key={node.id} node={node} />
          </div>
        )}
      </Sheet>
    );
  }
  return node ? <PanelBeside node={node} onClose={close} /> : null;
}

function PanelBeside({ node, onClose }: { node: FlowNode; onClose: () => void }) {
  const t = useTexts();
  useStepInView(node.id);
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape leaves the panel from any field
    <aside
      aria-label={t('panel.label')}
      className="flex w-96 shrink-0 flex-col border-l border-line bg-surface"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        onClose();
      }}
    >
      <StepHeader node={node} />
      <div className="min-h-0 flex-1 overflow-y-auto px-4 py-4">
        <StepEditor key={node.id} node={node} />
      </div>
    </aside>
  );
}
