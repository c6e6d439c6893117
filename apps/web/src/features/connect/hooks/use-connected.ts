import type { InstagramAccount } from '@instaflow/contracts';
import { toast } from '@instaflow/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { queryKeys } from '../../../shared/api/query-keys';
import { useConnectTexts } from '../use-connect-texts';

/** What follows a connection: the list is read again and the account opens. */
export function useConnected(): (account: InstagramAccount) => Promise<void> {
  const t = useConnectTexts();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return async (account) => {
    await queryClient.invalidateQueries({ queryKey: queryKeys.accounts });
    toast.success(t('done', { username: account.instagramUsername }));
    await navigate(`/accounts/${account.instagramAccountId}`);
  };
}
