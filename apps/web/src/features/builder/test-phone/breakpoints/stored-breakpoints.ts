import { z } from 'zod';
import { readStored, writeStored } from '../../../../shared/storage/stored-value';

const nodeIdsSchema = z.array(z.string());

const keyOf = (flowId: string): string => `instaflow.breakpoints.${flowId}`;

/** The breakpoints of a flow as this browser keeps them. */
export function readBreakpoints(flowId: string): ReadonlySet<string> {
  const parsed = nodeIdsSchema.safeParse(readStored(keyOf(flowId)));
  return new Set(parsed.success ? parsed.data : []);
}

/** Keeps the breakpoints of a flow. */
export function writeBreakpoints(flowId: string, nodeIds: ReadonlySet<string>): void {
  writeStored(keyOf(flowId), [...nodeIds]);
}
