import type { FlowNode, Outlet } from '@instaflow/flow-model';
import { Plus } from 'lucide-react';
import { IconButton } from '@instaflow/ui';
import { conditionKey } from '@instaflow/flow-model';
import { TargetSelect } from '../panel/target-select';
import { useBuilder, useBuilderStore } from '../state/builder-context';
import type { Wiring } from '../state/canvas-slice';
import { nameOutlet } from '../texts/name-outlet';
import { useTexts } from '../texts/use-texts';

/** Where the ways out of a step lead, each with a choice of target and a + that adds a step right there. */
export function OutlineOutlets({ node, outlets }: { node: FlowNode; outlets: Outlet[] }) {
  const t = useTexts();
  const store = useBuilderStore();
  const isReadOnly = useBuilder((state) => state.isReadOnly);
  if (outlets.length === 0) return null;
  const taken = new Set(node.connections.map(({ condition }) => conditionKey(condition)));
  const addAt = (outlet: Outlet) => {
    const kind: Wiring['kind'] = taken.has(outlet.id) ? 'edge' : 'outlet';
    store.getState().setAddMenu({
      wiring: { kind, nodeId: node.id, condition: outlet.condition },
      position: null,
      anchor: null,
    });
  };
  return (
    <ul className="flex flex-col gap-1.5 border-t border-line py-2 pr-2 pl-4 sm:pl-11">
      {outlets.map((outlet) => (
        <li key={outlet.id} className="flex items-center gap-1">
          <div className="min-w-0 flex-1">
            <TargetSelect node={node} outlet={outlet} />
          </div>
          {!isReadOnly && (
            <IconButton
              size="sm"
              hasTooltip={false}
              label={t('outlineView.addAt', { name: node.name, outlet: nameOutlet(t, node, outlet) })}
              onClick={() => {
                addAt(outlet);
              }}
            >
              <Plus aria-hidden="true" />
            </IconButton>
          )}
        </li>
      ))}
    </ul>
  );
}
