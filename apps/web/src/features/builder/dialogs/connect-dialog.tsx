import {
  conditionKey,
  listOutlets,
  type FlowDefinition,
  type FlowNode,
  type Outlet,
} from '@instaflow/flow-model';
import { Dialog, Field, Select } from '@instaflow/ui';
import { useState } from 'react';
import { connectSteps, findTarget } from '../actions/connect-steps';
import { listOutline } from '../outline/list-outline';
import { KindIcon } from '../palette/kind-icon';
import { SearchList, type SearchItem } from '../search/search-list';
import { useBuilder, useBuilderStore } from '../state/builder-context';
import { nameKind } from '../texts/name-kind';
import { nameOutlet } from '../texts/name-outlet';
import { useTexts, type BuilderTexts } from '../texts/use-texts';
import '../texts/edit-texts';

/** Connects a step without a pointer: choose the way out, then the step it leads to. */
export function ConnectDialog() {
  const t = useTexts();
  const store = useBuilderStore();
  const nodeId = useBuilder(({ connectFromNodeId }) => connectFromNodeId);
  const definition = useBuilder((state) => state.definition);
  const askedOutletId = useBuilder(({ connectFromOutletId }) => connectFromOutletId);
  const [chosenOutletId, setChosenOutletId] = useState<string | null>(null);
  const node = definition.nodes.find(({ id }) => id === nodeId);
  const outlets = node ? listOutlets(node) : [];
  const outlet = findOutlet(node, { outlets, wantedId: chosenOutletId ?? askedOutletId });
  const close = () => {
    setChosenOutletId(null);
    store.getState().setConnectFrom(null);
  };
  const choose = (choice: string) => {
    if (!node || !outlet) return;
    close();
    const { condition } = outlet;
    if (choice === newStep) {
      const isTaken = findTarget(definition, node.id, condition) !== null;
      const wiring = { kind: isTaken ? 'edge' : 'outlet', nodeId: node.id, condition } as const;
      store.getState().setAddMenu({ wiring, position: null, anchor: null });
      return;
    }
    const targetNodeId = choice === nowhere ? null : choice;
    connectSteps(store, { nodeId: node.id, condition, targetNodeId });
  };
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
            items={listTargetItems(t, { definition, node, outlet })}
            className="h-[min(22rem,50dvh)]"
            onChoose={choose}
          />
        </div>
      )}
    </Dialog>
  );
}

/** The outlet that is asked for; else the first that leads nowhere yet. */
function findOutlet(
  node: FlowNode | undefined,
  { outlets, wantedId }: { outlets: Outlet[]; wantedId: string | null },
): Outlet | undefined {
  const taken = new Set(node?.connections.map(({ condition }) => conditionKey(condition)));
  return outlets.find(({ id }) => id === wantedId) ?? outlets.find(({ id }) => !taken.has(id)) ?? outlets[0];
}

const newStep = '(new)';
const nowhere = '(nowhere)';

/** The steps it may lead to in flow order; besides them a new one, and, where it leads somewhere, nowhere. */
function listTargetItems(
  t: BuilderTexts,
  { definition, node, outlet }: { definition: FlowDefinition; node: FlowNode; outlet: Outlet },
): SearchItem[] {
  const steps = listOutline(definition)
    .filter(({ node: { id, type } }) => id !== node.id && type !== 'start' && type !== 'note')
    .map(({ node: { id, name, type }, step }) => ({
      id,
      label: `${String(step)} · ${name || nameKind(t, type)}`,
      hint: nameKind(t, type),
      icon: <KindIcon type={type} />,
    }));
  const isTaken = findTarget(definition, node.id, outlet.condition) !== null;
  return [
    ...steps,
    { id: newStep, label: t('connect.newStep'), isKept: true },
    ...(isTaken ? [{ id: nowhere, label: t('connect.nowhere'), isKept: true }] : []),
  ];
}
