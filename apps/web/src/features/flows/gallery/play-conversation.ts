import { runFlowTest } from '@instaflow/flow-engine';
import { readFlowFile, type FlowBundle } from '@instaflow/flow-model';
import { toPreviewLines, type PreviewLine } from './preview-line';

/** Plays a saved conversation of a bundle with the engine that answers real people. Null when it cannot be read. */
export function playConversation(bundle: FlowBundle, index: number): PreviewLine[] | null {
  const read = readFlowFile(bundle);
  if (!read.ok) return null;
  const { flows } = read.bundle;
  const test = flows.flatMap(({ tests }) => tests)[index];
  return test ? toPreviewLines(runFlowTest(flows, test).lines) : null;
}
