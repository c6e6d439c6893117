import type { Message } from '@instaflow/contracts';
import { useQuery } from '@tanstack/react-query';
import { useAccount } from '../../../shared/account/use-account';
import { allFlowsQuery } from '../../../shared/flow/all-flows-query';
import { useNow } from '../../../shared/format/use-now';
import { findHold, type Hold } from '../find-hold';

/** Every message is queued for a moment; only one that stays so is worth asking about its flow. */
const suspiciousAfterMs = 10_000;

/** What holds a queued message of automation. */
export function useHold(message: Message): Hold | null {
  const account = useAccount();
  const now = useNow(suspiciousAfterMs);
  const { instagramAccountId, flowId, timestamp, isAutomated } = message;
  const flows = useQuery({
    ...allFlowsQuery(instagramAccountId),
    enabled: isAutomated && flowId !== null && now - Date.parse(timestamp) > suspiciousAfterMs,
  });
  const flow = flows.data?.flows.find((candidate) => candidate.flowId === flowId) ?? null;
  return findHold({ message, account, flow });
}
