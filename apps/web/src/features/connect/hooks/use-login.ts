import type { LoginKind } from '../connect-path';
import { useQuery } from '@tanstack/react-query';
import { callApi } from '../../../shared/api/call-api';
import { queryKeys } from '../../../shared/api/query-keys';

/** A begun login works for ten minutes. */
const renewMs = 8 * 60_000;

/** Where to log in at Meta and what it will ask; begun anew before it ends, as long as the page is open. */
export function useLogin(login: LoginKind, workspaceId: string | null) {
  return useQuery({
    queryKey: queryKeys.login(login, workspaceId),
    queryFn: ({ signal }) =>
      callApi('startLogin', { query: { login, ...(workspaceId ? { workspaceId } : {}) } }, { signal }),
    // Each works once, so one of an earlier visit must not be offered again.
    gcTime: 0,
    staleTime: renewMs,
    refetchInterval: renewMs,
    refetchIntervalInBackground: true,
  });
}
