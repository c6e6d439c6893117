import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../shared/api/call-api';
import { queryKeys } from '../../../shared/api/query-keys';
import type { RunCommandName } from '../run-commands';

export type CommandedRun = { runId: string; contactId: string; flowId: string };

const calls = { release: 'releaseRun', skip: 'skipRun', cancel: 'cancelRun', retry: 'retryRun' } as const;

/** Tells a run something. The contact's next turn carries it out, which the event stream reports. */
export function useRunCommand({ runId, contactId, flowId }: CommandedRun) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ command, reason }: { command: RunCommandName; reason: string }) =>
      callApi(calls[command], { params: { id: runId }, body: { reason: reason.trim() || null } }),
    onSettled: () =>
      Promise.all(
        [queryKeys.run(runId), queryKeys.contactRuns(contactId), queryKeys.waiting(flowId)].map((queryKey) =>
          queryClient.invalidateQueries({ queryKey }),
        ),
      ),
  });
}
