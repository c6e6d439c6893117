import { isKind, type NodeKind, type NodeOf } from '@instaflow/flow-model';
import type { Executor, StepContext, StepResult } from '../run/step';

type ContextOf<K extends NodeKind> = Omit<StepContext, 'node'> & { node: NodeOf<K> };

/** An executor for one kind, its node's type known. */
export function forKind<K extends NodeKind>(
  kind: K,
  execute: (context: ContextOf<K>) => StepResult,
): Executor {
  return (context) => {
    const { node } = context;
    return isKind(node, kind)
      ? execute({ ...context, node })
      : { outcome: 'failed', reason: 'wrong_node_kind' };
  };
}
