import type { FlowFolder } from '@instaflow/contracts';
import type { Dragged } from './dragged';
import { canMoveFolder, type FolderNode } from './folder-tree';
import { useFolderActions } from './use-folder-actions';

/** Moves what is dropped on a folder (null: on none) into it. */
export function useFolderDrop({
  folders,
  tree,
  onMoveFlows,
}: {
  folders: readonly FlowFolder[];
  tree: readonly FolderNode[];
  onMoveFlows: (flowIds: readonly string[], folderId: string | null) => void;
}): (dragged: Dragged, target: string | null) => void {
  const { move } = useFolderActions();
  return (dragged, target) => {
    if (dragged.kind === 'flows') {
      onMoveFlows(dragged.ids, target);
      return;
    }
    const folder = folders.find(({ folderId }) => folderId === dragged.id);
    if (folder && canMoveFolder(tree, { folderId: folder.folderId, target })) move.mutate({ folder, target });
  };
}
