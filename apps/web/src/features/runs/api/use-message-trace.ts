import { useQuery } from '@tanstack/react-query';
import { callApi } from '../../../shared/api/call-api';
import { queryKeys } from '../../../shared/api/query-keys';

/** Why a message exists. Read anew each time it is asked: its delivery goes on. */
export function useMessageTrace(messageLogId: string) {
  return useQuery({
    queryKey: queryKeys.messageTrace(messageLogId),
    queryFn: ({ signal }) => callApi('getMessageTrace', { params: { id: messageLogId } }, { signal }),
    staleTime: 0,
  });
}
