import { isDisabled } from '@instaflow/flow-model';
import { kindLooks } from '../../card/kind-looks';
import type { CanvasNode, FoldedCanvas } from '../../groups/fold-groups';
import { controlOffset, type Curve } from '../curve';
import type { CardNode } from '../derive-canvas';
import { findCurve } from '../find-curve';
import { intersect, type Area, type Picture } from './plan-picture';

export type ToneColors = { fill: string; line: string };
export type PictureColors = { edge: string; tone: (tone: string) => ToneColors };

/** Of steps that are switched off: an empty box with a broken line. */
export const offTone = 'off';

/** What can be drawn: boxes by their tone, and curves. Boxes of another look are drawn on the canvas itself. */
export type Drawing = {
  boxes: ReadonlyMap<string, readonly Area[]>;
  curves: readonly Curve[];
  content: Area | null;
};

const edgeWidth = 1.75;
const lineWidth = 1;
const cornerRadius = 10;
/** Room for what a line or a curve needs beyond the boxes it belongs to. */
const bleed = 8;

/** Steps; notes are read, and frames of groups have a name. */
function isBox(node: CanvasNode): node is CardNode {
  return node.type === 'card' && node.data.node.type !== 'note';
}

/** Where everything lies, found once for a canvas as it is, however often it is drawn. */
export function listShapes({ nodes, edges }: FoldedCanvas, { hasEdges }: { hasEdges: boolean }): Drawing {
  const boxes = new Map<string, Area[]>();
  for (const node of nodes) {
    if (!isBox(node)) continue;
    const step = node.data.node;
    const tone = isDisabled(step) ? offTone : kindLooks(step.type).tone;
    const box = boxOfNode(node);
    const ofTone = boxes.get(tone);
    if (ofTone) ofTone.push(box);
    else boxes.set(tone, [box]);
  }
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const curves = hasEdges ? edges.flatMap((edge) => findCurve(edge, byId) ?? []) : [];
  return { boxes, curves, content: surround([...nodes.map(boxOfNode), ...curves.map(boxOfCurve)]) };
}

/** Draws what lies in the picture's area; `context` is scaled to the canvas' units already. */
export function drawShapes(
  context: CanvasRenderingContext2D,
  { drawing, picture, colors }: { drawing: Drawing; picture: Picture; colors: PictureColors },
): void {
  const { area, zoom } = picture;
  context.lineWidth = edgeWidth / zoom;
  context.strokeStyle = colors.edge;
  context.stroke(traceCurves(drawing.curves.filter((curve) => intersect(boxOfCurve(curve), area))));
  context.lineWidth = lineWidth / zoom;
  for (const [tone, boxes] of drawing.boxes) {
    const { fill, line } = colors.tone(tone);
    const path = new Path2D();
    for (const box of boxes)
      if (intersect(box, area)) path.roundRect(box.x, box.y, box.width, box.height, cornerRadius);
    context.fillStyle = fill;
    context.strokeStyle = line;
    context.setLineDash(tone === offTone ? [4 / zoom, 3 / zoom] : []);
    context.fill(path);
    context.stroke(path);
  }
}

function traceCurves(curves: readonly Curve[]): Path2D {
  const path = new Path2D();
  for (const { from, to } of curves) {
    const offset = controlOffset(to.x - from.x);
    path.moveTo(from.x, from.y);
    path.bezierCurveTo(from.x + offset, from.y, to.x - offset, to.y, to.x, to.y);
  }
  return path;
}

function boxOfNode({ position: { x, y }, width = 0, height = 0 }: CanvasNode): Area {
  return { x, y, width, height };
}

function boxOfCurve({ from, to }: Curve): Area {
  const reach = to.x >= from.x ? 0 : controlOffset(to.x - from.x);
  const left = Math.min(from.x, to.x) - reach - bleed;
  const top = Math.min(from.y, to.y) - bleed;
  return {
    x: left,
    y: top,
    width: Math.max(from.x, to.x) + reach + bleed - left,
    height: Math.max(from.y, to.y) + bleed - top,
  };
}

function surround(areas: readonly Area[]): Area | null {
  if (areas.length === 0) return null;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of areas) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return {
    x: left - bleed,
    y: top - bleed,
    width: right - left + 2 * bleed,
    height: bottom - top + 2 * bleed,
  };
}
