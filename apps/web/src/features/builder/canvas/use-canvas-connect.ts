import type { Connection, FinalConnectionState } from '@xyflow/react';
import { useCallback, useState } from 'react';
import { connectSteps, findCondition } from '../actions/connect-steps';
import { useBuilderSession } from '../state/builder-context';

/**
 * Drawing connections: from an outlet to anywhere on another step. Dropped on empty canvas, it asks what the next step
 * is to be and wires it.
 */
export function useCanvasConnect() {
  const { store, viewport } = useBuilderSession();
  const [isConnecting, setIsConnecting] = useState(false);

  const connect = useCallback(
    ({ source, sourceHandle, target }: { source: string; sourceHandle?: string | null; target: string }) => {
      const { definition } = store.getState();
      const condition = findCondition(definition, source, sourceHandle ?? '');
      const targetNode = definition.nodes.find(({ id }) => id === target);
      const canBeTarget = targetNode && targetNode.type !== 'start' && targetNode.type !== 'note';
      if (condition === undefined || !canBeTarget) return;
      connectSteps(store, { nodeId: source, condition, targetNodeId: target });
    },
    [store],
  );

  const askForStep = useCallback(
    (nodeId: string, outletId: string, screen: { x: number; y: number }) => {
      const condition = findCondition(store.getState().definition, nodeId, outletId);
      const drop = viewport.get();
      if (condition === undefined || !drop?.contains(screen)) return;
      const { x, y } = drop.toFlowPosition(screen);
      const wiring = { kind: 'outlet', nodeId, condition } as const;
      store.getState().setAddMenu({ wiring, position: { x, y: y - 24 }, anchor: screen });
    },
    [store, viewport],
  );

  const onConnect = useCallback(
    (connection: Connection) => {
      connect(connection);
    },
    [connect],
  );

  const onConnectStart = useCallback(() => {
    setIsConnecting(true);
  }, []);

  const onConnectEnd = useCallback(
    (event: MouseEvent | TouchEvent, { isValid, fromHandle, fromNode }: FinalConnectionState) => {
      setIsConnecting(false);
      if (isValid || !fromNode || fromHandle?.type !== 'source') return;
      const screen = readPoint(event);
      const target = document.elementFromPoint(screen.x, screen.y)?.closest<HTMLElement>('.react-flow__node');
      const targetId = target?.dataset['id'];
      if (targetId !== undefined) {
        if (targetId !== fromNode.id)
          connect({ source: fromNode.id, sourceHandle: fromHandle.id, target: targetId });
        return;
      }
      askForStep(fromNode.id, fromHandle.id ?? '', screen);
    },
    [connect, askForStep],
  );

  return { isConnecting, onConnect, onConnectStart, onConnectEnd };
}

function readPoint(event: MouseEvent | TouchEvent): { x: number; y: number } {
  const point = 'changedTouches' in event ? event.changedTouches[0] : event;
  return { x: point?.clientX ?? 0, y: point?.clientY ?? 0 };
}
