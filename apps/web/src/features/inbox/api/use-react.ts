import type { Message } from '@instaflow/contracts';
import { toast } from '@instaflow/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../shared/api/call-api';
import { useErrorText } from '../../../shared/components/use-error-text';
import { patchMessage } from '../../../shared/realtime/apply-realtime-event';

/** Reacts to a message or, with null, takes the reaction back: shown at once, and undone when it is refused. */
export function useReact() {
  const queryClient = useQueryClient();
  const errorText = useErrorText();
  const show = (message: Message, reaction: string | null) =>
    patchMessage(queryClient, { ...message, content: { ...message.content, ownReaction: reaction } });
  return useMutation({
    mutationFn: ({ message, reaction }: { message: Message; reaction: string | null }) =>
      callApi('reactToMessage', {
        params: { id: message.conversationId, messageId: message.messageLogId },
        body: { reaction },
      }),
    onMutate: ({ message, reaction }) => show(message, reaction),
    onError: (error, { message }) => {
      patchMessage(queryClient, message);
      toast.error(errorText(error));
    },
  });
}
