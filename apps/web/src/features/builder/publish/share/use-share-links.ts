import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../../shared/api/call-api';
import { whenSaved } from '../../autosave/when-saved';
import { useBuilderSession } from '../../state/builder-context';

/** The links of the flow that still work, and how one is made or ended. */
export function useShareLinks() {
  const session = useBuilderSession();
  const { flowId } = session;
  const queryClient = useQueryClient();
  const queryKey = ['share-links', flowId];
  const onSuccess = () => queryClient.invalidateQueries({ queryKey });
  const list = useQuery({
    queryKey,
    queryFn: async ({ signal }) => {
      const { shareLinks } = await callApi('listShareLinks', { params: { id: flowId } }, { signal });
      return shareLinks;
    },
  });
  const create = useMutation({
    mutationFn: async (expiresInDays: number) => {
      // Who opens the link at once shall see the last edits too.
      await whenSaved(session);
      return callApi('createShareLink', { params: { id: flowId }, body: { expiresInDays } });
    },
    onSuccess,
  });
  const revoke = useMutation({
    mutationFn: (shareLinkId: string) => callApi('revokeShareLink', { params: { id: flowId, shareLinkId } }),
    onSuccess,
  });
  return { list, create, revoke };
}
