import type { FindVersion } from '../flow-source';
import type { RunState } from '../run-state';

/** Whether the flow a run began with, or the one it stands in, is paused: then the run stays where it is. */
export function isFlowPaused(
  { rootFlowVersionId, flowVersionId }: RunState,
  findVersion: FindVersion,
): boolean {
  return [rootFlowVersionId, flowVersionId].some((id) => findVersion(id)?.isPaused ?? false);
}
