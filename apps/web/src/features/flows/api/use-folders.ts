import { useQuery } from '@tanstack/react-query';
import { useAccountId } from '../../../shared/account/use-account-id';
import { callApi } from '../../../shared/api/call-api';
import { queryKeys } from '../../../shared/api/query-keys';

/** All folders of the current account. */
export function useFolders() {
  const accountId = useAccountId();
  return useQuery({
    queryKey: queryKeys.flowFolders(accountId),
    queryFn: async ({ signal }) => {
      const { folders } = await callApi('listFolders', { params: { id: accountId } }, { signal });
      return folders;
    },
  });
}
