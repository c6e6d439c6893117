import type { FlowFolder } from '@instaflow/contracts';
import { toast } from '@instaflow/ui';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useAccountId } from '../../../shared/account/use-account-id';
import { callApi } from '../../../shared/api/call-api';
import { useErrorText } from '../../../shared/components/use-error-text';
import { useRefreshFlows } from '../api/use-refresh-flows';
import { deleteFolder, restoreFolder, type DeletedFolder } from './delete-folder';

/** Creates, renames, moves and deletes folders. */
export function useFolderActions() {
  const { t } = useTranslation('flows');
  const accountId = useAccountId();
  const errorText = useErrorText();
  const refresh = useRefreshFlows();
  const onSuccess = () => refresh();
  const onError = (error: unknown) => void toast.error(errorText(error));
  const restore = (deleted: DeletedFolder) =>
    restoreFolder(deleted).then(
      () => void toast.success(t('folders.restored', { name: deleted.folder.name })),
      onError,
    );
  const tellMoved = (folder: FlowFolder) => {
    const back = { params: { id: folder.folderId }, body: { parentFolderId: folder.parentFolderId } };
    const undo = () => void callApi('updateFolder', back).then(onSuccess, onError);
    toast.success(t('folders.moved', { name: folder.name }), {
      action: { label: t('undo'), onClick: undo },
    });
  };
  const tellDeleted = (deleted: DeletedFolder) => {
    const undo = () => void restore(deleted).then(onSuccess);
    toast.success(t('folders.deleted', { name: deleted.folder.name }), {
      action: { label: t('undo'), onClick: undo },
    });
  };
  return {
    create: useMutation({
      mutationFn: (body: { name: string; parentFolderId: string | null }) =>
        callApi('createFolder', { params: { id: accountId }, body }),
      onSuccess,
    }),
    rename: useMutation({
      mutationFn: ({ folderId, name }: { folderId: string; name: string }) =>
        callApi('updateFolder', { params: { id: folderId }, body: { name } }),
      onSuccess,
    }),
    move: useMutation({
      mutationFn: ({ folder, target }: { folder: FlowFolder; target: string | null }) =>
        callApi('updateFolder', { params: { id: folder.folderId }, body: { parentFolderId: target } }),
      onSuccess: (_answer, { folder }) => {
        tellMoved(folder);
        return refresh();
      },
      onError,
    }),
    remove: useMutation({
      mutationFn: ({ folder, folders }: { folder: FlowFolder; folders: readonly FlowFolder[] }) =>
        deleteFolder(folder, folders),
      onSuccess: (deleted) => {
        tellDeleted(deleted);
        return refresh();
      },
      onError,
    }),
  };
}
