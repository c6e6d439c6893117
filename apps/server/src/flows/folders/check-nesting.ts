import { unprocessable } from '@instaflow/platform';
import { unknownFolder } from './place-flow';

const maxDepth = 4;

type Folder = { id: string; parentFolderId: string | null };

/**
 * Refuses with 422 to put a folder where it would stand in itself, or folders more than four deep. `folders` are all of
 * the account; `id` is null for a folder that is being made.
 */
export function checkNesting(
  folders: readonly Folder[],
  { id, parentFolderId }: { id: string | null; parentFolderId: string | null },
): void {
  const parents = new Map(folders.map((folder) => [folder.id, folder.parentFolderId]));
  if (parentFolderId !== null && !parents.has(parentFolderId)) throw unknownFolder('parentFolderId');
  let above = 0;
  for (let at = parentFolderId; at !== null && above <= folders.length; at = parents.get(at) ?? null) {
    if (at === id)
      throw refused('folder_in_itself', 'A folder cannot stand in itself or in a folder of its own.');
    above += 1;
  }
  if (above + heightOf(folders, id) > maxDepth)
    throw refused('folders_too_deep', `Folders can stand in each other ${maxDepth} deep at most.`);
}

/** How many levels a folder and what stands in it take. */
function heightOf(folders: readonly Folder[], id: string | null): number {
  let height = 1;
  let level = new Set(id === null ? [] : [id]);
  while (height <= folders.length) {
    const isAbove = level;
    level = new Set(
      folders
        .filter(({ parentFolderId }) => parentFolderId !== null && isAbove.has(parentFolderId))
        .map((folder) => folder.id),
    );
    if (level.size === 0) break;
    height += 1;
  }
  return height;
}

function refused(code: string, message: string) {
  return unprocessable(code, message, [{ path: 'parentFolderId', message }]);
}
