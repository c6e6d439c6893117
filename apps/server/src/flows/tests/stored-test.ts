import { unprocessable } from '@instaflow/platform';
import type { FlowTest } from '@instaflow/flow-model';

export const maxTestsPerFlow = 200;
const maxBytes = 100_000;

/** A conversation as it is kept with a flow: which flow it is about goes without saying. 422 for one that is too long. */
export function toStoredTest({ flowId, ...test }: FlowTest, ownId: string): object {
  if (Buffer.byteLength(JSON.stringify(test)) > maxBytes) {
    throw unprocessable(
      'flow_test_too_large',
      `A conversation may have ${maxBytes / 1000} kB. Split it into several.`,
    );
  }
  return flowId === undefined || flowId === ownId ? test : { ...test, flowId };
}
