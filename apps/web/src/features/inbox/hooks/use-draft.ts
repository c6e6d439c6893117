import { useInbox } from '../state/inbox-store';
import { flattenMessages } from '../../../shared/realtime/message-pages';
import { useMessages } from '../api/use-messages';
import { useSendMessage } from '../api/use-send-message';
import { threadId } from '../element-ids';
import type { OutgoingFile } from '../outgoing';
import { useAttachments } from './use-attachments';

/** What is being written in a conversation: text, files, the message it answers; and sending it. */
export function useDraft(conversationId: string) {
  const text = useInbox((inbox) => inbox.drafts[conversationId] ?? '');
  const replyId = useInbox((inbox) => inbox.replies[conversationId] ?? null);
  const { setDraft, setReply } = useInbox.getState();
  const { files, add, remove, take } = useAttachments(conversationId);
  const messages = useMessages(conversationId);
  const { send } = useSendMessage(conversationId);

  const quoted =
    replyId === null ? null : flattenMessages(messages.data).find((known) => known.messageLogId === replyId);
  const ready = files.flatMap(({ mediaFileId, name, kind, previewUrl }): OutgoingFile[] =>
    mediaFileId === null ? [] : [{ mediaFileId, name, kind, previewUrl }],
  );
  const isWaiting = ready.length < files.length;
  const canSend = !isWaiting && (text.trim() !== '' || ready.length > 0);
  return {
    text,
    files,
    quoted: quoted ?? null,
    isWaiting,
    canSend,
    setText: (next: string) => setDraft(conversationId, next),
    addFiles: add,
    removeFile: remove,
    removeReply: () => setReply(conversationId, null),
    submit: () => {
      if (!canSend) return;
      send({ text: text.trim(), files: ready, replyToMessageId: quoted?.messageLogId ?? null });
      setDraft(conversationId, '');
      setReply(conversationId, null);
      take();
      document.getElementById(threadId)?.scrollTo({ top: 0 });
    },
  };
}
