import type { FlowDefinition, FlowOperation } from '@instaflow/flow-model';
import type { Positions } from '../canvas/position';

/** The operation that writes automatic places into a document that has none yet; nothing when every node has its own. */
export function listMissingPositions(definition: FlowDefinition, automatic: Positions): FlowOperation[] {
  const moves = definition.nodes.flatMap(({ id, position }) => {
    const place = position ? undefined : automatic[id];
    return place ? [{ nodeId: id, position: { x: place.x, y: place.y } }] : [];
  });
  return moves.length === 0 ? [] : [{ op: 'move_nodes', moves }];
}
