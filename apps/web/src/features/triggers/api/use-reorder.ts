import type { Trigger } from '@instaflow/contracts';
import { toast } from '@instaflow/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useAccountId } from '../../../shared/account/use-account-id';
import { callApi } from '../../../shared/api/call-api';
import { queryKeys } from '../../../shared/api/query-keys';
import { useErrorText } from '../../../shared/components/use-error-text';
import type { PriorityChange } from '../order-triggers';

type TriggerList = { triggers: Trigger[] };

/** Writes new priorities; shown at once, and read again afterwards, also when one of them was refused. */
export function useReorder() {
  const queryClient = useQueryClient();
  const errorText = useErrorText();
  const listKey = queryKeys.accountTriggers(useAccountId());
  return useMutation({
    mutationFn: async (changes: readonly PriorityChange[]) => {
      for (const { triggerId, priority } of changes)
        await callApi('updateTrigger', { params: { id: triggerId }, body: { priority } });
    },
    onMutate: async (changes) => {
      await queryClient.cancelQueries({ queryKey: listKey });
      const priorities = new Map(changes.map(({ triggerId, priority }) => [triggerId, priority]));
      queryClient.setQueryData<TriggerList>(listKey, (data) => {
        if (!data) return data;
        const triggers = data.triggers.map((known) => ({
          ...known,
          priority: priorities.get(known.triggerId) ?? known.priority,
        }));
        return { ...data, triggers };
      });
    },
    onError: (error) => toast.error(errorText(error)),
    onSettled: () => queryClient.invalidateQueries({ queryKey: listKey }),
  });
}
