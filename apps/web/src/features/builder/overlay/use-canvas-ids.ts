import { conditionKey } from '@instaflow/flow-model';
import { useMemo } from 'react';
import { edgeId } from '../canvas/derive-canvas';
import { useBuilder } from '../state/builder-context';

/** The cards and connections that are on the canvas. */
export function useCanvasIds(): { nodeIds: string[]; edgeIds: string[] } {
  const nodes = useBuilder(({ definition }) => definition.nodes);
  return useMemo(
    () => ({
      nodeIds: nodes.map(({ id }) => id),
      edgeIds: nodes.flatMap(({ id, connections }) =>
        connections.map(({ condition }) => edgeId(id, conditionKey(condition))),
      ),
    }),
    [nodes],
  );
}
