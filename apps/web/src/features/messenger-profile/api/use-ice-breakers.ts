import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useAccountId } from '../../../shared/account/use-account-id';
import { callApi } from '../../../shared/api/call-api';
import { queryKeys } from '../../../shared/api/query-keys';
import { writeIceBreakers, type PartDraft } from '../profile-draft';
import { pollWhilePending } from './poll-while-pending';

/** The ice breakers of the current account, and how to replace them. */
export function useIceBreakers() {
  const id = useAccountId();
  const queryClient = useQueryClient();
  const queryKey = queryKeys.iceBreakers(id);
  const query = useQuery({
    queryKey,
    queryFn: ({ signal }) => callApi('getIceBreakers', { params: { id } }, { signal }),
    refetchInterval: pollWhilePending,
  });
  const save = useMutation({
    mutationFn: (draft: PartDraft) => {
      const sets = writeIceBreakers(draft, query.data?.sets ?? []);
      return callApi('putIceBreakers', { params: { id }, body: { sets } });
    },
    onSuccess: (saved) => queryClient.setQueryData(queryKey, saved),
  });
  return { query, save };
}
