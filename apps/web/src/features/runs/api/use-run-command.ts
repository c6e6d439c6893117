import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../shared/api/call-api';
import { queryKeys } from '../../../shared/api/query-keys';
import type { RunCommandName } from '../run-commands';

export type CommandedRun = {
  runId: string;
  contactId: string;
  flowId: string;
  /** The one it stands in, where that is known. */
  version?: number | null;
};

type Told = {
  command: RunCommandName;
  reason: string;
  /** Only of a retry: in which version; null for its own. */
  version?: number | null;
};

const calls = { release: 'releaseRun', skip: 'skipRun', cancel: 'cancelRun' } as const;

/** Tells a run something. The contact's next turn carries it out, which the event stream reports. */
export function useRunCommand({ runId, contactId, flowId }: CommandedRun) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ command, reason, version = null }: Told) => {
      const params = { id: runId };
      const body = { reason: reason.trim() || null };
      return command === 'retry'
        ? callApi('retryRun', { params, body: { ...body, version } })
        : callApi(calls[command], { params, body });
    },
    onSettled: () =>
      Promise.all(
        [queryKeys.run(runId), queryKeys.contactRuns(contactId), queryKeys.waiting(flowId)].map((queryKey) =>
          queryClient.invalidateQueries({ queryKey }),
        ),
      ),
  });
}
