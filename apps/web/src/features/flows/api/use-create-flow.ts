import { useMutation } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { useAccountId } from '../../../shared/account/use-account-id';
import { callApi } from '../../../shared/api/call-api';
import { readPlace } from '../flow-place';
import { useRefreshFlows } from './use-refresh-flows';

export type NewFlow = {
  name: string;
  /** What it does is described in words next. */
  isToDescribe: boolean;
};

/** Makes a blank flow in the folder that is looked at (`place` as the address names it) and opens it. */
export function useCreateFlow(place: string) {
  const accountId = useAccountId();
  const navigate = useNavigate();
  const refresh = useRefreshFlows();
  return useMutation({
    mutationFn: async ({ name }: NewFlow) => {
      const made = await callApi('createFlow', { params: { id: accountId }, body: { name } });
      const target = readPlace(place);
      if (target.kind === 'folder' && target.folderId !== 'none') {
        const body = { folderId: target.folderId };
        await callApi('updateFlow', { params: { id: made.flowId }, body });
      }
      return made;
    },
    onSuccess: async ({ flowId }, { isToDescribe }) => {
      void refresh();
      await navigate(`/accounts/${accountId}/flows/${flowId}${isToDescribe ? '?describe=1' : ''}`);
    },
  });
}
