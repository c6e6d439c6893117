import { describeRequirements, readFlowFile, type FlowBundle } from '@instaflow/flow-model';
import { mergeBundles } from './merge-bundles';

/** One file of several exports, with the list of what all of them need. */
export function joinExports(bundles: readonly [FlowBundle, ...FlowBundle[]]) {
  const merged = mergeBundles(bundles);
  const read = readFlowFile(merged);
  return read.ok ? { ...merged, requirements: describeRequirements(read.bundle) } : merged;
}
