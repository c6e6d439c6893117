import type { FlowNode } from '@instaflow/flow-model';
import type { ComponentType } from 'react';
import type { Positions } from '../canvas/position';
import type { BuilderContextValue } from '../state/builder-context';
import type { AddPlace, BuilderView } from '../state/canvas-slice';

/** What was drafted: steps that lead to each other only, and what is said of them. */
export type Proposal = { summary: string; firstNodeId: string; nodes: FlowNode[] };

/** Drafted steps, the places they have to each other, and where they are to go. */
export type DraftedSteps = { proposal: Proposal; layout: Positions; place: AddPlace };

/** Drafted steps that are on the canvas, and what is needed to accept or to discard them. */
export type ShownProposal = {
  drafted: DraftedSteps;
  nodeIds: readonly string[];
  /** The session of the draft, for which another one stands in meanwhile. */
  draft: BuilderContextValue;
  viewBefore: BuilderView;
  /** What stands above the canvas meanwhile. It comes with the code that shows the steps. */
  Bar: ComponentType;
};
