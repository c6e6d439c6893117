import type { VisitMeasure } from '@instaflow/contracts';
import type { FlowDefinition } from '@instaflow/flow-model';
import type { ComponentType } from 'react';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Positions } from '../canvas/position';
import type { ShownProposal } from '../proposal/shown-proposal';
import type { Comparison } from '../versions/compare/comparison';
import type { FigurePeriod } from './numbers/figure-period';

/** What the overlay draws on one card. */
export type NodeMark =
  | {
      kind: 'numbers';
      reached: number;
      sent: number;
      read: number;
      clicked: number;
      waiting: number;
      failed: number;
      dropped: number;
    }
  | { kind: 'path'; orders: number[]; at: string | null; state: 'passed' | 'waiting' | 'failed' | 'unlit' }
  | { kind: 'diff'; change: 'added' | 'changed' | 'removed' | 'same' }
  | { kind: 'proposal'; isProposed: boolean };

/** What it draws on one connection. */
export type EdgeMark = {
  text: string | null;
  width: number;
  tone: 'plain' | 'lit' | 'dim' | 'added' | 'changed' | 'removed' | 'proposed';
};

export type NodeMarksProps = { nodeId: string; isFlat: boolean };

/** A number of a step; `outlet` only of `taken`. */
export type FigureKey = { nodeId: string; measure: VisitMeasure; outlet: string | null };

export type OverlayPanelState =
  | ({ kind: 'people' } & FigureKey)
  | { kind: 'table' }
  | { kind: 'find' }
  | { kind: 'run' }
  /** Comments on a step, or all (null); a thread a link leads to comes first. */
  | { kind: 'comments'; nodeId: string | null; commentId: string | null }
  | null;

/**
 * What is on the canvas instead of the draft: a published version, what two of them have become of each other, or the
 * draft with steps in it that are only proposed.
 */
export type ShownVersion = {
  version: number | 'comparison' | 'proposal';
  definition: FlowDefinition;
  automaticPositions: Positions;
};

export type OverlayState = {
  isOn: boolean;
  /** The run whose path is shown; the numbers when null. */
  runId: string | null;
  period: FigurePeriod;
  /** The numbers of one version; of all when null. */
  version: number | null;
  panel: OverlayPanelState;
  shown: ShownVersion | null;
  /** The two documents whose differences are shown. */
  comparison: Comparison | null;
  /** The steps that are shown among those of the draft, to be accepted or discarded. */
  proposal: ShownProposal | null;
  /** By node and by edge id; null while nothing is known. Only marks that differ are new objects. */
  nodeMarks: Readonly<Record<string, NodeMark>> | null;
  edgeMarks: Readonly<Record<string, EdgeMark>> | null;
  /** What draws the mark of a card while there are marks. It comes with the overlay, which the canvas does without. */
  drawNode: ComponentType<NodeMarksProps> | null;
  /** What draws on a card that it has open comments; null while no card has. */
  drawComments: ComponentType<NodeMarksProps> | null;
};

export type OverlayStore = StoreApi<OverlayState>;

const off = {
  isOn: false,
  runId: null,
  version: null,
  panel: null,
  shown: null,
  comparison: null,
  proposal: null,
  nodeMarks: null,
  edgeMarks: null,
  drawNode: null,
} as const;

/** The overlay of one builder. Apart from the builder's own store, so that edits and drags do not concern it. */
export function createOverlayStore(runId: string | null): OverlayStore {
  return createStore<OverlayState>()(() => ({
    ...off,
    isOn: runId !== null,
    runId,
    panel: runId === null ? null : { kind: 'run' },
    period: { kind: 'days', days: 30 },
    drawComments: null,
  }));
}

/** Shows the numbers, or takes everything away again, the draft being on the canvas afterwards. */
export function toggleOverlay(store: OverlayStore): void {
  store.setState(store.getState().isOn ? off : { ...off, isOn: true });
}

/** Shows the path of a run; the numbers when null. */
export function showRun(store: OverlayStore, runId: string | null): void {
  store.setState({ ...off, isOn: true, runId, panel: runId === null ? null : { kind: 'run' } });
}

/** Shows what differs between two documents, or proposed steps; the draft again when null. */
export function showInstead(
  store: OverlayStore,
  instead: ({ shown: ShownVersion } & ({ comparison: Comparison } | { proposal: ShownProposal })) | null,
): void {
  store.setState({ ...off, ...instead });
}

/** Shows who took a connection, while its numbers are on the canvas. */
export function showTakers(store: OverlayStore, edgeId: string): void {
  const { isOn, runId } = store.getState();
  if (!isOn || runId !== null) return;
  const separator = edgeId.indexOf('|');
  const nodeId = edgeId.slice(0, separator);
  store.setState({
    panel: { kind: 'people', nodeId, measure: 'taken', outlet: edgeId.slice(separator + 1) },
  });
}
