import { flow, type FlowStep } from '@instaflow/flow-model';
import { measureNode } from '../../card/measure-node';
import type { AddPlace } from '../../state/canvas-slice';
import { layoutFlow } from '../../tidy/layout-flow';
import { toLayoutGraph } from '../../tidy/to-layout-graph';
import { toDocument } from '../lay-out-proposal';
import type { DraftedSteps } from '../shown-proposal';

/** Drafted steps, the first of which is where they begin, laid out as the worker does it. */
export function draftSteps(steps: readonly FlowStep[], place: AddPlace): DraftedSteps {
  const { nodes } = flow(...steps);
  const proposal = { summary: 'Two steps.', firstNodeId: nodes[0]?.id ?? '', nodes, usage: null };
  return { proposal, place, layout: layoutFlow(toLayoutGraph(toDocument(proposal))) };
}

/** The pairs of steps that lie on one another. */
export function listOverlaps(nodes: DraftedSteps['proposal']['nodes']): string[] {
  const boxes = nodes.map((node) => ({
    ...measureNode(node),
    id: node.id,
    ...(node.position ?? { x: NaN, y: NaN }),
  }));
  return boxes.flatMap((one, index) =>
    boxes
      .slice(index + 1)
      .filter(
        (other) =>
          !(
            one.x + one.width <= other.x ||
            other.x + other.width <= one.x ||
            one.y + one.height <= other.y ||
            other.y + other.height <= one.y
          ),
      )
      .map((other) => `${one.id} ${other.id}`),
  );
}
