import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { listenToRealtime } from '../../../shared/realtime/realtime-listeners';
import { useRealtimeState } from '../../../shared/realtime/realtime-store';
import { useBuilderSession } from '../state/builder-context';
import { commentKeys } from './api/comment-keys';

/** Reads again what is shown of the comments whenever something happened in them. */
export function useCommentStream(): void {
  const { flowId } = useBuilderSession();
  const queryClient = useQueryClient();
  const isOnline = useRealtimeState(({ state }) => state === 'online');
  useEffect(
    () =>
      listenToRealtime((event) => {
        if (event.type !== 'flow_comment.updated' || event.data.flowId !== flowId) return;
        void queryClient.invalidateQueries({ queryKey: commentKeys.all(flowId) });
      }),
    [flowId, queryClient],
  );
  useEffect(() => {
    // What was read before the stream began may lack what happened in between.
    if (isOnline) void queryClient.invalidateQueries({ queryKey: commentKeys.all(flowId) });
  }, [isOnline, flowId, queryClient]);
}
