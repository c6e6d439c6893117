import type { MediaKind } from '@instaflow/contracts';
import { toast } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { useAccount } from '../../../shared/account/use-account';
import { createRandomId } from '../../../shared/api/create-random-id';
import { uploadFile } from '../../../shared/api/upload-file';
import { useErrorText } from '../../../shared/components/use-error-text';
import type { Attachment } from '../attachment';
import { checkFile, maxAttachments } from '../attachment-limits';
import { useInbox } from '../state/inbox-store';

const none: Attachment[] = [];
/** What ends the upload of a file that is taken away. */
const uploads = new Map<string, AbortController>();

/** The files beside the text of a conversation: uploaded as they are added, each with its progress. */
export function useAttachments(conversationId: string) {
  const { t } = useTranslation('inbox');
  const errorText = useErrorText();
  const workspaceId = useAccount()?.workspaceId;
  const files = useInbox((inbox) => inbox.attachments[conversationId] ?? none);
  const { setAttachments } = useInbox.getState();

  const update = (localId: string, change: Partial<Attachment>) =>
    setAttachments(conversationId, (known) =>
      known.map((file) => (file.localId === localId ? { ...file, ...change } : file)),
    );

  const upload = async (localId: string, file: File) => {
    if (workspaceId === undefined) return;
    const controller = new AbortController();
    uploads.set(localId, controller);
    const onProgress = (progress: number) => update(localId, { progress });
    try {
      const { signal } = controller;
      const { mediaFileId } = await uploadFile({ workspaceId, file, signal, onProgress });
      update(localId, { state: 'ready', progress: 1, mediaFileId });
    } catch (error) {
      if (!controller.signal.aborted) update(localId, { state: 'failed', error: errorText(error) });
    } finally {
      uploads.delete(localId);
    }
  };

  const addOne = (file: File) => {
    const verdict = checkFile(file);
    if (verdict.problem !== null) {
      const megabytes = 'limitMegabytes' in verdict ? verdict.limitMegabytes : 0;
      toast.error(t(`attach.${verdict.problem}`, { name: file.name, megabytes }));
      return;
    }
    const attachment = toAttachment(file, verdict.kind);
    setAttachments(conversationId, (known) => [...known, attachment]);
    void upload(attachment.localId, file);
  };

  return {
    files,
    add: (added: Iterable<File>) => {
      const all = [...added];
      const free = maxAttachments - (useInbox.getState().attachments[conversationId]?.length ?? 0);
      if (all.length > free) toast.error(t('attach.tooMany', { count: maxAttachments }));
      all.slice(0, Math.max(0, free)).forEach(addOne);
    },
    remove: ({ localId, previewUrl }: Attachment) => {
      uploads.get(localId)?.abort();
      if (previewUrl !== null) URL.revokeObjectURL(previewUrl);
      setAttachments(conversationId, (known) => known.filter((file) => file.localId !== localId));
    },
    /** Takes them out without revoking their pictures: the message on its way still shows them. */
    take: () => setAttachments(conversationId, () => []),
  };
}

const toAttachment = (file: File, kind: MediaKind): Attachment => ({
  localId: createRandomId(),
  name: file.name,
  kind,
  previewUrl: kind === 'image' ? URL.createObjectURL(file) : null,
  state: 'uploading',
  progress: 0,
  mediaFileId: null,
  error: null,
});
