import { toast } from '@instaflow/ui';
import { useCallback } from 'react';
import { useAccount } from '../../../shared/account/use-account';
import { useErrorText } from '../../../shared/components/use-error-text';
import { addMessage } from '../actions/add-message';
import type { Position } from '../canvas/position';
import { useBuilderStore } from '../state/builder-context';
import '../texts/edit-texts';
import { useTexts } from '../texts/use-texts';
import { toMediaType } from './to-message-content';

const gap = 320;

/** Uploads files that were pasted or dropped and makes a message of each, side by side. */
export function useDroppedFiles(): (files: readonly File[], at: Position) => void {
  const t = useTexts();
  const errorText = useErrorText();
  const store = useBuilderStore();
  const workspaceId = useAccount()?.workspaceId;

  const addOne = useCallback(
    async (file: File, at: Position) => {
      if (workspaceId === undefined) return void toast.error(t('paste.noWorkspace'));
      toast(t('paste.uploading', { name: file.name }), { id: `upload-${file.name}` });
      try {
        const { uploadFile } = await import('../../../shared/api/upload-file');
        const { signal } = new AbortController();
        const { url } = await uploadFile({ workspaceId, file, signal, onProgress: () => undefined });
        const content = { mediaUrl: url, mediaType: toMediaType(file.type) };
        addMessage(store, { content, name: t('kinds.message.label'), at });
      } catch (error) {
        const reason = errorText(error);
        toast.error(t('paste.uploadFailed', { name: file.name, reason }), { id: `upload-${file.name}` });
      }
    },
    [store, workspaceId, t, errorText],
  );

  return useCallback(
    (files, at) => {
      files.forEach((file, index) => void addOne(file, { x: at.x + index * gap, y: at.y }));
    },
    [addOne],
  );
}
