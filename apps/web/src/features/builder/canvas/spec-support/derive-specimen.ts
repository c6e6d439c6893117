import { flow, message, start, wait, type FlowDefinition } from '@instaflow/flow-model';
import { createCanvasDeriver } from '../derive-canvas';

/** Start `s`, a message `m` and a wait `w`, 480 units apart. */
export const specimen: FlowDefinition = flow(
  start({ id: 's' }),
  message('Hi', { id: 'm' }),
  wait('1h', { id: 'w', end: true }),
);

/** The canvas of a flow with these three steps, on which nothing is being done. */
export const deriveSpecimen = (definition: FlowDefinition = specimen) =>
  createCanvasDeriver()({
    definition,
    automaticPositions: { s: { x: 0, y: 0 }, m: { x: 480, y: 0 }, w: { x: 960, y: 0 } },
    dragPositions: {},
    selectedNodeIds: new Set(),
    selectedEdgeId: null,
    activeNodeId: null,
    problems: [],
    describe: () => '',
  });
