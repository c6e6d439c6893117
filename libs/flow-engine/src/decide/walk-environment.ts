import { instagramLimits } from '@instaflow/flow-model';
import type { FlowSource } from '../flow-source';
import type { WalkEnvironment } from '../run/walk-state';
import type { TurnInput } from '../turn';
import type { Utterance } from './utterance';

/** What a walk of this turn depends on. A direct message opens the 24-hour window, a comment does not. */
export function walkEnvironment(
  input: TurnInput,
  utterance: Utterance | null,
  started: FlowSource | null = null,
): WalkEnvironment {
  const { account, now, die, conversation } = input;
  const seen = new Map<string, FlowSource>(started ? [[started.flowVersionId, started]] : []);
  const opensWindow = utterance !== null && utterance.kind !== 'comment';
  const lastAt = Math.max(0, ...(utterance?.events.map(({ at }) => at) ?? []));
  const opened = opensWindow ? lastAt + instagramLimits.windowMs : 0;
  return {
    account,
    now,
    die,
    windowExpiresAt: Math.max(conversation.windowExpiresAt ?? 0, opened) || null,
    findFlow: (flowId) => {
      const found = input.findFlow(flowId);
      if (found) seen.set(found.flowVersionId, found);
      return found;
    },
    findVersion: (flowVersionId) => seen.get(flowVersionId) ?? input.findVersion(flowVersionId),
  };
}
