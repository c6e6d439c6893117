import { conditionKey, type FlowNode, type Outlet } from '@instaflow/flow-model';
import { Handle, Position } from '@xyflow/react';
import { Plus } from 'lucide-react';
import { cardMetrics } from '../card/card-metrics';
import { useBuilder, useBuilderStore } from '../state/builder-context';
import { nameOutlet } from '../texts/name-outlet';
import { useTexts } from '../texts/use-texts';

/** The output of a step: drag from it to connect; while it leads nowhere, a + beside it adds the next step. */
export function OutletHandle({ node, outlet, top }: { node: FlowNode; outlet: Outlet; top: number }) {
  const t = useTexts();
  const store = useBuilderStore();
  const isReadOnly = useBuilder((state) => state.isReadOnly);
  const isFree = !node.connections.some(({ condition }) => conditionKey(condition) === outlet.id);
  return (
    <>
      <Handle
        type="source"
        id={outlet.id}
        position={Position.Right}
        isConnectable={!isReadOnly}
        data-side="out"
        data-free={isFree}
        className="builder-handle"
        style={{ top, right: -cardMetrics.handleOverhang }}
      />
      {isFree && !isReadOnly && (
        <button
          type="button"
          tabIndex={-1}
          aria-label={t('palette.addTo', { outlet: nameOutlet(t, node, outlet) })}
          style={{ top: top - 12, right: -cardMetrics.handleOverhang - 36 }}
          onClick={(event) => {
            event.stopPropagation();
            const { right, top: y } = event.currentTarget.getBoundingClientRect();
            store.getState().setAddMenu({
              wiring: { kind: 'outlet', nodeId: node.id, condition: outlet.condition },
              position: null,
              anchor: { x: right + 8, y: y - 8 },
            });
          }}
          className="nodrag nopan absolute grid size-6 place-items-center rounded-full border border-line bg-surface text-ink-faint opacity-70 transition-opacity before:absolute before:right-full before:w-2.5 before:border-t before:border-dashed before:border-line-strong group-hover/card:opacity-100 hover:border-accent hover:bg-accent hover:text-accent-ink"
        >
          <Plus aria-hidden="true" className="size-3.5" />
        </button>
      )}
    </>
  );
}
