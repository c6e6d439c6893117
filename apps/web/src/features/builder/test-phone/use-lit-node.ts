import { isEnded, type Talk } from '@instaflow/flow-engine';
import { useEffect } from 'react';
import { useBuilderSession } from '../state/builder-context';
import { usePhone } from './state/use-phone';

/** Lights the step on the canvas that the conversation stands at, and brings it into view. */
export function useLitNode(): void {
  const { store, flowId } = useBuilderSession();
  const nodeId = usePhone(({ talk }) => findLitNode(talk, flowId));
  const moves = usePhone(({ talk }) => talk.moves);
  useEffect(() => {
    store.getState().lightNode(nodeId);
  }, [nodeId, moves, store]);
  useEffect(
    () => () => {
      store.getState().lightNode(null);
    },
    [store],
  );
}

/** The step where the run of this flow stands, or the last one it took. */
export function findLitNode({ run, turns }: Talk, flowId: string): string | null {
  if (run === null) return null;
  if (!isEnded(run) && run.flowId === flowId) return run.nodeId;
  const steps = turns.flatMap((turn) => turn.steps);
  return steps.findLast((step) => step.flowId === flowId && step.runId === run.runId)?.nodeId ?? null;
}
