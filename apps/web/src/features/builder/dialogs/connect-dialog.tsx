import { listOutlets } from '@instaflow/flow-model';
import { Dialog, Field, Select } from '@instaflow/ui';
import { conditionKey } from '@instaflow/flow-model';
import { useState } from 'react';
import { connectSteps } from '../actions/connect-steps';
import { listOutline } from '../outline/list-outline';
import { KindIcon } from '../palette/kind-icon';
import { SearchList } from '../search/search-list';
import { useBuilder, useBuilderStore } from '../state/builder-context';
import { nameKind } from '../texts/name-kind';
import { nameOutlet } from '../texts/name-outlet';
import { useTexts } from '../texts/use-texts';

/** Connects a step without a pointer: choose the way out, then the step it leads to. */
export function ConnectDialog() {
  const t = useTexts();
  const store = useBuilderStore();
  const nodeId = useBuilder(({ connectFromNodeId }) => connectFromNodeId);
  const definition = useBuilder((state) => state.definition);
  const [chosenOutletId, setChosenOutletId] = useState<string | null>(null);
  const node = definition.nodes.find(({ id }) => id === nodeId);
  const outlets = node ? listOutlets(node) : [];
  const free = outlets.find(
    ({ id }) => !node?.connections.some(({ condition }) => conditionKey(condition) === id),
  );
  const outlet = outlets.find(({ id }) => id === chosenOutletId) ?? free ?? outlets[0];
  const close = () => {
    setChosenOutletId(null);
    store.getState().setConnectFrom(null);
  };
  const items = listOutline(node ? definition : { ...definition, nodes: [] })
    .filter(({ node: target }) => target.id !== nodeId && target.type !== 'start' && target.type !== 'note')
    .map(({ node: target, step }) => ({
      id: target.id,
      label: `${String(step)} · ${target.name || nameKind(t, target.type)}`,
      hint: nameKind(t, target.type),
      icon: <KindIcon type={target.type} />,
    }));
  return (
    <Dialog
      isOpen={node !== undefined && outlet !== undefined}
      title={t('connect.title', { name: node?.name ?? '' })}
      closeLabel={t('close')}
      onOpenChange={(next) => {
        if (!next) close();
      }}
    >
      {node && outlet && (
        <div className="flex flex-col gap-3">
          {outlets.length > 1 && (
            <Field label={t('connect.from')}>
              <Select
                value={outlet.id}
                options={outlets.map((option) => ({ value: option.id, label: nameOutlet(t, node, option) }))}
                onChange={setChosenOutletId}
              />
            </Field>
          )}
          <SearchList
            label={t('connect.search')}
            emptyText={t('connect.nothing')}
            items={items}
            className="h-[min(22rem,50dvh)]"
            onChoose={(targetNodeId) => {
              close();
              connectSteps(store, { nodeId: node.id, condition: outlet.condition, targetNodeId });
            }}
          />
        </div>
      )}
    </Dialog>
  );
}
