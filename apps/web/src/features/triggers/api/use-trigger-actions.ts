import type { Trigger } from '@instaflow/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useAccountId } from '../../../shared/account/use-account-id';
import { callApi } from '../../../shared/api/call-api';
import { queryKeys } from '../../../shared/api/query-keys';
import { fromTriggerDraft, type TriggerDraft } from '../trigger-draft';

type TriggerList = { triggers: Trigger[] };

/** Creates, changes, switches and deletes triggers; the lists that show them are read again. */
export function useTriggerActions() {
  const queryClient = useQueryClient();
  const accountId = useAccountId();
  const listKey = queryKeys.accountTriggers(accountId);
  const onSuccess = async () => {
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: listKey }),
      queryClient.invalidateQueries({ queryKey: queryKeys.flows(accountId) }),
      queryClient.invalidateQueries({ queryKey: ['flow-triggers'] }),
    ]);
  };
  return {
    save: useMutation({
      mutationFn: ({ triggerId, draft }: { triggerId: string | null; draft: TriggerDraft }) => {
        const body = fromTriggerDraft(draft);
        return triggerId === null
          ? callApi('createTrigger', { params: { id: draft.flowId }, body: { type: draft.type, ...body } })
          : callApi('updateTrigger', { params: { id: triggerId }, body });
      },
      onSuccess,
    }),
    setActive: useMutation({
      mutationFn: ({ trigger, isActive }: { trigger: Trigger; isActive: boolean }) =>
        callApi('updateTrigger', {
          params: { id: trigger.triggerId },
          body: { status: isActive ? 'active' : 'inactive' },
        }),
      onSuccess: (changed) => {
        queryClient.setQueryData<TriggerList>(listKey, (data) => {
          if (!data) return data;
          const triggers = data.triggers.map((known) =>
            known.triggerId === changed.triggerId ? changed : known,
          );
          return { ...data, triggers };
        });
      },
    }),
    remove: useMutation({
      mutationFn: (trigger: Trigger) => callApi('deleteTrigger', { params: { id: trigger.triggerId } }),
      onSuccess,
    }),
  };
}
