import type { FlowNode, Outlet } from '@instaflow/flow-model';
import { connectSteps } from '../actions/connect-steps';
import { SearchSelect, type SearchOption } from '../search/search-select';
import { useBuilder, useBuilderStore } from '../state/builder-context';
import { nameOutlet } from '../texts/name-outlet';
import { useTexts } from '../texts/use-texts';
import { fromTarget, newStep, toTarget } from './list-targets';
import './panel-texts';

export type TargetSelectProps = {
  node: FlowNode;
  outlet: Outlet;
  targetNodeId: string | null;
  targets: readonly SearchOption[];
};

/** Where one outlet leads, as a choice. */
export function TargetSelect({ node, outlet, targetNodeId, targets }: TargetSelectProps) {
  const t = useTexts();
  const store = useBuilderStore();
  const isReadOnly = useBuilder((state) => state.isReadOnly);
  const name = nameOutlet(t, node, outlet);
  const { condition } = outlet;
  const choose = (target: string) => {
    if (target === newStep) {
      const wiring = { kind: 'outlet', nodeId: node.id, condition } as const;
      store.getState().setAddMenu({ wiring, position: null, anchor: null });
      return;
    }
    connectSteps(store, { nodeId: node.id, condition, targetNodeId: fromTarget(target) });
  };
  return (
    <div className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] items-center gap-2">
      <span className="truncate text-sm text-ink-muted" title={name}>
        {name}
      </span>
      <SearchSelect
        aria-label={t('panel.target', { outlet: name })}
        searchLabel={t('connect.search')}
        emptyText={t('connect.nothing')}
        disabled={isReadOnly}
        value={toTarget(targetNodeId)}
        options={targets}
        onChange={choose}
      />
    </div>
  );
}
