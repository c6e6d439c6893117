import { NumbersBar } from './numbers/numbers-bar';
import { RunBar } from './trace/run-bar';
import { useOverlay } from './use-overlay';

/** What is on the canvas beside the flow: its numbers, or the path of one run. */
export function OverlayBar() {
  const runId = useOverlay((state) => state.runId);
  return runId === null ? <NumbersBar /> : <RunBar key={runId} runId={runId} />;
}
