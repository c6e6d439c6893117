import type { z } from 'zod';
import { flowDiff } from '@instaflow/contracts';
import type { FlowDiff } from '@instaflow/flow-model';

/** A difference as JSON carries it: fields that were not there before, or are not any more, are left out. */
export function toShownDiff(diff: FlowDiff): z.infer<typeof flowDiff> {
  const plain: unknown = JSON.parse(JSON.stringify(diff));
  return flowDiff.parse(plain);
}
