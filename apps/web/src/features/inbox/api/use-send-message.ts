import { useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../shared/api/call-api';
import { createRandomId } from '../../../shared/api/create-random-id';
import { queryKeys } from '../../../shared/api/query-keys';
import { useErrorText } from '../../../shared/components/use-error-text';
import { patchMessage } from '../../../shared/realtime/apply-realtime-event';
import { useRealtimeState } from '../../../shared/realtime/realtime-store';
import { toSendBody, type Outgoing } from '../outgoing';
import { useInbox } from '../state/inbox-store';

/**
 * Sends messages: shown at once, with a way to try again when it fails. Trying again repeats the same
 * idempotency key, so a message whose answer was lost is not sent twice.
 */
export function useSendMessage(conversationId: string) {
  const queryClient = useQueryClient();
  const errorText = useErrorText();
  const { addOutgoing, updateOutgoing, removeOutgoing } = useInbox.getState();

  const finish = ({ localId, files }: Outgoing) => {
    removeOutgoing(localId);
    for (const { previewUrl } of files) if (previewUrl !== null) URL.revokeObjectURL(previewUrl);
  };

  const transmit = async (own: Outgoing) => {
    const { localId } = own;
    try {
      const { message } = await callApi(
        'sendMessage',
        { params: { id: conversationId }, body: toSendBody(own) },
        { idempotencyKey: localId },
      );
      patchMessage(queryClient, message);
      finish(own);
      if (useRealtimeState.getState().state === 'online') return;
      await queryClient.invalidateQueries({ queryKey: queryKeys.messages(conversationId) });
      await queryClient.invalidateQueries({ queryKey: queryKeys.conversation(conversationId) });
    } catch (error) {
      updateOutgoing(localId, { state: 'failed', error: errorText(error) });
    }
  };

  return {
    send: (content: Pick<Outgoing, 'text' | 'files' | 'replyToMessageId'>) => {
      const own: Outgoing = {
        ...content,
        localId: createRandomId(),
        conversationId,
        startedAtMs: Date.now(),
        state: 'sending',
        error: null,
      };
      addOutgoing(own);
      void transmit(own);
    },
    retry: (own: Outgoing) => {
      updateOutgoing(own.localId, { state: 'sending', error: null });
      void transmit(own);
    },
    discard: finish,
  };
}
