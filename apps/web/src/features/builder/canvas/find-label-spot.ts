import type { FlowDefinition } from '@instaflow/flow-model';
import { measureNode } from '../card/measure-node';
import { pointOnCurve, type Curve } from './curve';
import type { Position, Positions } from './position';

type Box = Position & { width: number; height: number };

/** From the middle of the curve outwards: the nearer to the middle, the better it is read as the curve's own. */
const spots = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82];
const labelHeight = 20;
const clearance = 4;

/** Where on a curve (0 to 1) a label of this width lies on no card; null when cards are everywhere along it. */
export function findLabelSpot({
  curve,
  width,
  boxes,
}: {
  curve: Curve;
  width: number;
  boxes: readonly Box[];
}): number | null {
  const reachX = width / 2 + clearance;
  const reachY = labelHeight / 2 + clearance;
  const isFree = (spot: number) => {
    const { x, y } = pointOnCurve(curve, spot);
    return !boxes.some(
      (box) =>
        box.x < x + reachX &&
        box.x + box.width > x - reachX &&
        box.y < y + reachY &&
        box.y + box.height > y - reachY,
    );
  };
  return spots.find(isFree) ?? null;
}

/** The boxes of all cards but one: what a dragged one can be lined up with. */
export function listCardBoxesWithout(
  definition: FlowDefinition,
  { automaticPositions, nodeId }: { automaticPositions: Positions; nodeId: string },
): Box[] {
  const place = definition.nodes.findIndex(({ id }) => id === nodeId);
  return listCardBoxes(definition, automaticPositions).filter((_box, index) => index !== place);
}

const knownBoxes = new WeakMap<FlowDefinition, { automaticPositions: Positions; boxes: Box[] }>();

/** The boxes of all cards; computed once per document, because every connection asks. */
export function listCardBoxes(definition: FlowDefinition, automaticPositions: Positions): readonly Box[] {
  const known = knownBoxes.get(definition);
  if (known?.automaticPositions === automaticPositions) return known.boxes;
  const boxes = definition.nodes.map((node) => {
    const { x, y } = node.position ?? automaticPositions[node.id] ?? { x: 0, y: 0 };
    const { width, height } = measureNode(node);
    return { x, y, width, height };
  });
  knownBoxes.set(definition, { automaticPositions, boxes });
  return boxes;
}
