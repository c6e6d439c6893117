import type { FlowFolder } from '@instaflow/contracts';
import { ConfirmDialog } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { ChooseFolderDialog } from './choose-folder-dialog';
import type { FolderQuestion } from './folder-item';
import { buildFolderTree, canMoveFolder } from './folder-tree';
import { NameFolderDialog } from './name-folder-dialog';
import { useFolderActions } from './use-folder-actions';

export type FolderDialogsProps = {
  question: FolderQuestion;
  folders: readonly FlowFolder[];
  onDeleted: (folder: FlowFolder) => void;
  onClose: () => void;
};

/** The dialog for what is done with a folder. */
export function FolderDialogs({ question, folders, onDeleted, onClose }: FolderDialogsProps) {
  const { t } = useTranslation(['flows', 'app']);
  const { move, remove } = useFolderActions();
  switch (question.kind) {
    case 'create':
      return <NameFolderDialog folder={null} parent={question.parent} onClose={onClose} />;
    case 'rename':
      return <NameFolderDialog folder={question.folder} parent={null} onClose={onClose} />;
    case 'move': {
      const { folder } = question;
      const tree = buildFolderTree(folders);
      return (
        <ChooseFolderDialog
          title={t('moveTitle', { name: folder.name })}
          current={folder.parentFolderId}
          isAllowed={(target) => canMoveFolder(tree, { folderId: folder.folderId, target })}
          onChoose={(target) => void move.mutateAsync({ folder, target }).catch(() => undefined)}
          onClose={onClose}
        />
      );
    }
    case 'delete': {
      const { folder } = question;
      const confirm = () =>
        remove.mutateAsync({ folder, folders }).then(
          () => {
            onDeleted(folder);
            onClose();
          },
          () => undefined,
        );
      return (
        <ConfirmDialog
          isOpen
          onOpenChange={(isOpen) => !isOpen && onClose()}
          title={t('folders.deleteTitle', { name: folder.name })}
          description={t('folders.deleteText')}
          confirmLabel={t('folders.delete')}
          cancelLabel={t('app:actions.cancel')}
          isDangerous
          isBusy={remove.isPending}
          onConfirm={() => void confirm()}
        />
      );
    }
  }
}
