import type { Trigger } from '@instaflow/contracts';
import { useQuery } from '@tanstack/react-query';
import type { ApiOutput } from '../api/api-types';
import { callApi } from '../api/call-api';
import { queryKeys } from '../api/query-keys';
import { useAccountId } from './use-account-id';

/** All triggers of the current account, however many pages they are. */
export function useAccountTriggers() {
  const accountId = useAccountId();
  return useQuery({
    queryKey: queryKeys.accountTriggers(accountId),
    queryFn: ({ signal }) => listAllTriggers(accountId, signal),
    enabled: accountId !== '',
  });
}

type TriggerPage = ApiOutput<'listAccountTriggers'>;

async function listAllTriggers(id: string, signal: AbortSignal): Promise<{ triggers: Trigger[] }> {
  const triggers: Trigger[] = [];
  let cursor: string | undefined;
  do {
    const input = { params: { id }, query: { limit: 100, cursor } };
    const page: TriggerPage = await callApi('listAccountTriggers', input, { signal });
    triggers.push(...page.triggers);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return { triggers };
}
