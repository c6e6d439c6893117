import { conditionKey, listOutlets, type FlowDefinition } from '@instaflow/flow-model';
import { putOnEdge } from '../actions/put-on-edge';
import { edgeId } from '../canvas/derive-canvas';
import { listOutline } from '../outline/list-outline';
import { KindIcon } from '../palette/kind-icon';
import { SearchDialog } from '../search/search-dialog';
import type { SearchItem } from '../search/search-list';
import { useBuilder, useBuilderStore } from '../state/builder-context';
import { selectOnlyNodeId } from '../state/selection-slice';
import { nameKind } from '../texts/name-kind';
import { nameOutlet } from '../texts/name-outlet';
import { useTexts, type BuilderTexts } from '../texts/use-texts';
import '../texts/edit-texts';

/** Puts the selected step between two others without dragging it: choose the connection. */
export function RelocateDialog() {
  const t = useTexts();
  const store = useBuilderStore();
  const isOpen = useBuilder(({ dialog }) => dialog === 'relocate');
  const nodeId = useBuilder(selectOnlyNodeId);
  const definition = useBuilder((state) => state.definition);
  const node = definition.nodes.find(({ id }) => id === nodeId);
  return (
    <SearchDialog
      isOpen={isOpen && node !== undefined}
      title={t('relocate.title', { name: node?.name ?? '' })}
      label={t('relocate.search')}
      emptyText={t('relocate.nothing')}
      items={isOpen && node ? listEdgeItems(t, definition, node.id) : []}
      onClose={() => {
        store.getState().setDialog(null);
      }}
      onChoose={(chosen) => {
        store.getState().setDialog(null);
        // After the dialog has given the focus back.
        requestAnimationFrame(() => {
          if (node) putOnEdge(store, node.id, chosen);
        });
      }}
    />
  );
}

/** Every connection but its own, in flow order: the step and way out it comes from, and the step it leads to. */
function listEdgeItems(t: BuilderTexts, definition: FlowDefinition, nodeId: string): SearchItem[] {
  const steps = listOutline(definition);
  const names = new Map(steps.map(({ node }) => [node.id, node.name || nameKind(t, node.type)]));
  return steps.flatMap(({ node, step }) => {
    if (node.id === nodeId) return [];
    const outlets = new Map(listOutlets(node).map((outlet) => [outlet.id, outlet]));
    return node.connections.flatMap(({ condition, targetNodeId }): SearchItem[] => {
      const target = names.get(targetNodeId);
      if (target === undefined || targetNodeId === nodeId) return [];
      const key = conditionKey(condition);
      const outlet = outlets.get(key);
      const from = `${String(step)} · ${names.get(node.id) ?? ''}`;
      return [
        {
          id: edgeId(node.id, key),
          label: t('relocate.between', { from, to: target }),
          hint: outlet ? nameOutlet(t, node, outlet) : '',
          icon: <KindIcon type={node.type} />,
        },
      ];
    });
  });
}
