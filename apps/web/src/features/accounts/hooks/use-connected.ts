import type { InstagramAccount } from '@instaflow/contracts';
import { toast } from '@instaflow/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { queryKeys } from '../../../shared/api/query-keys';

/** What follows a connection: the list is read again and the account opens. */
export function useConnected(): (account: InstagramAccount) => Promise<void> {
  const { t } = useTranslation('accounts');
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return async (account) => {
    await queryClient.invalidateQueries({ queryKey: queryKeys.accounts });
    toast.success(t('connect.done', { username: account.instagramUsername }));
    await navigate(`/accounts/${account.instagramAccountId}`);
  };
}
