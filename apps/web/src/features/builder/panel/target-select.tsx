import type { FlowNode, Outlet } from '@instaflow/flow-model';
import { Select } from '@instaflow/ui';
import { useDeferredValue } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { connectSteps, findTarget } from '../actions/connect-steps';
import { listFlowOrder } from '../canvas/list-flow-order';
import { useBuilder, useBuilderStore } from '../state/builder-context';
import { nameKind } from '../texts/name-kind';
import { nameOutlet } from '../texts/name-outlet';
import { useTexts } from '../texts/use-texts';
import './panel-texts';

const nowhere = 'nowhere';
const newStep = 'new-step';
const toNode = 'node:';

/** Where one outlet leads, as a choice. */
export function TargetSelect({ node, outlet }: { node: FlowNode; outlet: Outlet }) {
  const t = useTexts();
  const store = useBuilderStore();
  const { definition: latest, isReadOnly } = useBuilder(
    useShallow((state) => ({ definition: state.definition, isReadOnly: state.isReadOnly })),
  );
  // A list of every step of the flow: what is typed into another field is painted first.
  const definition = useDeferredValue(latest);
  const byId = new Map(definition.nodes.map((candidate) => [candidate.id, candidate]));
  const target = findTarget(definition, node.id, outlet.condition);
  const name = nameOutlet(t, node, outlet);
  const targets = listFlowOrder(definition).flatMap((id, index) => {
    const candidate = byId.get(id);
    const canBeTarget =
      candidate && candidate.type !== 'start' && candidate.type !== 'note' && id !== node.id;
    if (!canBeTarget) return [];
    const label = `${String(index + 1)} · ${candidate.name || nameKind(t, candidate.type)}`;
    return [{ value: toNode + id, label }];
  });
  const choose = (value: string) => {
    if (value === newStep) {
      store.getState().setAddMenu({
        wiring: { kind: 'outlet', nodeId: node.id, condition: outlet.condition },
        position: null,
        anchor: null,
      });
      return;
    }
    const targetNodeId = value.startsWith(toNode) ? value.slice(toNode.length) : null;
    connectSteps(store, { nodeId: node.id, condition: outlet.condition, targetNodeId });
  };
  return (
    <div className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] items-center gap-2">
      <span className="truncate text-sm text-ink-muted" title={name}>
        {name}
      </span>
      <Select
        aria-label={t('panel.target', { outlet: name })}
        disabled={isReadOnly}
        value={target === null ? nowhere : toNode + target}
        options={[
          { value: nowhere, label: t('panel.nowhere') },
          { value: newStep, label: t('panel.newStep') },
          ...targets,
        ]}
        onChange={choose}
      />
    </div>
  );
}
