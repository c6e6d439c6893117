import type { InstagramAccount } from '@instaflow/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../api/call-api';
import { patchAccount } from '../realtime/apply-realtime-event';

/** The red button of an account, and its release. */
export function usePauseAccount() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ account, isPaused }: { account: InstagramAccount; isPaused: boolean }) =>
      callApi(isPaused ? 'pauseAccount' : 'resumeAccount', { params: { id: account.instagramAccountId } }),
    onSuccess: (account) => patchAccount(queryClient, account),
  });
}
