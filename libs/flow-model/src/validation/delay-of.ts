import type { ConnectionCondition } from '../connection-condition';
import { isKind, type FlowNode } from '../flow-definition';
import { instagramLimits } from './instagram-limits';

/** How long a run may stand still at a node before it leaves by this condition; the window at most. */
export function delayOf(node: FlowNode, condition: ConnectionCondition | null): number {
  return Math.min(instagramLimits.windowMs, fullDelayOf(node, condition));
}

function fullDelayOf(node: FlowNode, condition: ConnectionCondition | null): number {
  if (isKind(node, 'wait')) {
    return node.until ? delayUntil(node.until) : Math.max(0, node.durationSeconds ?? 0) * 1000;
  }
  if (condition?.type !== 'timeout') return 0;
  const hasTimeout = isKind(node, 'message') || isKind(node, 'carousel') || isKind(node, 'get_input');
  return (hasTimeout ? (node.timeoutSeconds ?? 86_400) : 0) * 1000;
}

/** A window on every day of the week is less than a day away; everything else may be far off. */
function delayUntil({ weekdays }: { weekdays?: number[] | null | undefined }): number {
  return weekdays && new Set(weekdays).size === 7 ? instagramLimits.windowMs - 1 : instagramLimits.windowMs;
}
