import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useAccountId } from '../../../shared/account/use-account-id';
import { callApi } from '../../../shared/api/call-api';
import { queryKeys } from '../../../shared/api/query-keys';
import { writeMenu, type PartDraft } from '../profile-draft';
import { pollWhilePending } from './poll-while-pending';

/** The menu of the current account, and how to replace it. */
export function useMenu() {
  const id = useAccountId();
  const queryClient = useQueryClient();
  const queryKey = queryKeys.menu(id);
  const query = useQuery({
    queryKey,
    queryFn: ({ signal }) => callApi('getPersistentMenu', { params: { id } }, { signal }),
    refetchInterval: pollWhilePending,
  });
  const save = useMutation({
    mutationFn: (draft: PartDraft) => {
      const menus = writeMenu(draft, query.data?.menus ?? []);
      return callApi('putPersistentMenu', { params: { id }, body: { menus } });
    },
    onSuccess: (saved) => queryClient.setQueryData(queryKey, saved),
  });
  return { query, save };
}
