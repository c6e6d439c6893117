import type { FlowBundle } from '@instaflow/flow-model';

/** One file of several exports: each flow once, as the first export has it. At least one is needed. */
export function mergeBundles([first, ...others]: readonly [FlowBundle, ...FlowBundle[]]): FlowBundle {
  const flows = new Map(first.flows.map((flow) => [flow.id, flow]));
  // What an export is about comes first in it, so it is taken before what others only go to.
  for (const flow of others.flatMap(({ flows: [own] }) => own ?? []))
    if (!flows.has(flow.id)) flows.set(flow.id, flow);
  for (const flow of others.flatMap((bundle) => bundle.flows))
    if (!flows.has(flow.id)) flows.set(flow.id, flow);
  return { format: first.format, version: first.version, flows: [...flows.values()] };
}
