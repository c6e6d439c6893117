import { conditionKey, findWayPast, isDisabled, type FlowNode, type Outlet } from '@instaflow/flow-model';
import { Button, IconButton } from '@instaflow/ui';
import { ArrowDown, ArrowUp, Plus } from 'lucide-react';
import { useRef } from 'react';
import { findTarget } from '../actions/connect-steps';
import { listOrderedWays, reorderWay } from '../actions/reorder-ways';
import { listFlowOrder } from '../canvas/list-flow-order';
import { useBuilder, useBuilderStore } from '../state/builder-context';
import type { BuilderState } from '../state/builder-store';
import type { Wiring } from '../state/canvas-slice';
import { nameKind } from '../texts/name-kind';
import { nameOutlet } from '../texts/name-outlet';
import { useTexts } from '../texts/use-texts';

/** Where the ways out of a step lead: each can be led elsewhere, moved up and down, and given a step of its own. */
export function OutlineOutlets({ node, outlets }: { node: FlowNode; outlets: Outlet[] }) {
  if (outlets.length === 0) return null;
  const ordered = listOrderedWays(node);
  return (
    <ul className="flex flex-col gap-1.5 border-t border-line py-2 pr-2 pl-4 sm:pl-11">
      {outlets.map((outlet) => (
        <OutletRow key={outlet.id} node={node} outlet={outlet} ordered={ordered} />
      ))}
    </ul>
  );
}

function OutletRow({
  node,
  outlet,
  ordered,
}: {
  node: FlowNode;
  outlet: Outlet;
  ordered: readonly string[];
}) {
  const t = useTexts();
  const store = useBuilderStore();
  const isReadOnly = useBuilder((state) => state.isReadOnly);
  const target = useBuilder((state) => describeTarget(state, node, outlet));
  const name = nameOutlet(t, node, outlet);
  const isWayPast = isDisabled(node) && isLeftBy(node, outlet);
  const where = target
    ? `${String(target.step)} · ${target.name || nameKind(t, target.type)}`
    : t('outlineView.nowhere');
  const addHere = () => {
    const isTaken = node.connections.some(({ condition }) => conditionKey(condition) === outlet.id);
    const kind: Wiring['kind'] = isTaken ? 'edge' : 'outlet';
    const wiring = { kind, nodeId: node.id, condition: outlet.condition };
    store.getState().setAddMenu({ wiring, position: null, anchor: null });
  };
  return (
    <li className="flex items-center gap-1 max-sm:flex-wrap">
      <span className="w-2/5 truncate text-sm text-ink-muted max-sm:w-full" title={name}>
        {isWayPast ? t('step.wayPast', { outlet: name }) : name}
      </span>
      {isReadOnly ? (
        <span className="min-w-0 flex-1 truncate text-sm">{where}</span>
      ) : (
        <>
          <Button
            size="sm"
            className="min-w-0 flex-1 justify-start"
            aria-label={t('outlineView.leadsTo', { outlet: name, where })}
            onClick={() => {
              store.getState().setConnectFrom(node.id, outlet.id);
            }}
          >
            <span className="truncate">{where}</span>
          </Button>
          {ordered.length > 1 && (
            <MoveButtons node={node} outletId={outlet.id} name={name} ordered={ordered} />
          )}
          <IconButton
            size="sm"
            hasTooltip={false}
            label={t('outlineView.addAt', { name: node.name, outlet: name })}
            onClick={addHere}
          >
            <Plus aria-hidden="true" />
          </IconButton>
        </>
      )}
    </li>
  );
}

/** Whether people who walk past the step take this way. */
function isLeftBy(node: FlowNode, { id }: Outlet): boolean {
  const way = findWayPast(node);
  return way !== null && conditionKey(way.condition) === id;
}

function MoveButtons({
  node,
  outletId,
  name,
  ordered,
}: {
  node: FlowNode;
  outletId: string;
  name: string;
  ordered: readonly string[];
}) {
  const t = useTexts();
  const store = useBuilderStore();
  const up = useRef<HTMLButtonElement>(null);
  const down = useRef<HTMLButtonElement>(null);
  const place = ordered.indexOf(outletId);
  // Of other ways (no reply, otherwise) the place is fixed; the gap keeps the rows in line.
  if (place < 0) return <span className="w-14.5 shrink-0 touch:w-20.5 max-sm:hidden" />;
  const move = (by: 1 | -1) => () => {
    if (!reorderWay(store, node, { outletId, by })) return;
    // The row has gone to its new place, and at an end its button is off: the focus goes with the row.
    requestAnimationFrame(() => {
      const wanted = by < 0 ? up.current : down.current;
      (wanted?.disabled ? (by < 0 ? down.current : up.current) : wanted)?.focus();
    });
  };
  return (
    <>
      <IconButton
        ref={up}
        size="sm"
        hasTooltip={false}
        disabled={place === 0}
        label={t('outlineView.moveUp', { outlet: name })}
        onClick={move(-1)}
      >
        <ArrowUp aria-hidden="true" />
      </IconButton>
      <IconButton
        ref={down}
        size="sm"
        hasTooltip={false}
        disabled={place === ordered.length - 1}
        label={t('outlineView.moveDown', { outlet: name })}
        onClick={move(1)}
      >
        <ArrowDown aria-hidden="true" />
      </IconButton>
    </>
  );
}

const orders = new WeakMap<BuilderState['definition'], Map<string, number>>();
const targets = new WeakMap<FlowNode, { step: number; name: string; type: string }>();

/** The step an outlet leads to, with its number; the same object as long as both are the same. */
function describeTarget({ definition }: BuilderState, node: FlowNode, outlet: Outlet) {
  const targetId = findTarget(definition, node.id, outlet.condition);
  const target = definition.nodes.find(({ id }) => id === targetId);
  if (!target) return null;
  const order =
    orders.get(definition) ?? new Map(listFlowOrder(definition).map((id, index) => [id, index + 1]));
  orders.set(definition, order);
  const step = order.get(target.id) ?? 0;
  const known = targets.get(target);
  if (known?.step === step) return known;
  const told = { step, name: target.name, type: target.type };
  targets.set(target, told);
  return told;
}
