import type { FlowFolder } from '@instaflow/contracts';

/** A folder with what stands in it; `depth` counts from 1. */
export type FolderNode = { folder: FlowFolder; depth: number; children: FolderNode[] };

/** How deep folders may stand in each other. */
export const maxFolderDepth = 4;

/** Folders as a tree, by name. A folder whose parent is not there stands at the top, so that none is ever lost. */
export function buildFolderTree(folders: readonly FlowFolder[]): FolderNode[] {
  const known = new Set(folders.map(({ folderId }) => folderId));
  const byParent = new Map<string | null, FlowFolder[]>();
  for (const folder of folders) {
    const { parentFolderId: parent } = folder;
    const key = parent !== null && known.has(parent) ? parent : null;
    byParent.set(key, [...(byParent.get(key) ?? []), folder]);
  }
  const nodesIn = (parent: string | null, depth: number): FolderNode[] =>
    (byParent.get(parent) ?? [])
      .toSorted((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }))
      .map((folder) => ({ folder, depth, children: nodesIn(folder.folderId, depth + 1) }));
  return nodesIn(null, 1);
}

/** All folders of a tree, each after the one it stands in. */
export const listFolders = (nodes: readonly FolderNode[]): FolderNode[] =>
  nodes.flatMap((node) => [node, ...listFolders(node.children)]);

/** Names from the top down to a folder; empty when it is not there. */
export function folderPath(folders: readonly FlowFolder[], folderId: string): string[] {
  const names: string[] = [];
  let next: string | null = folderId;
  while (next !== null && names.length < folders.length) {
    const folder = folders.find((candidate) => candidate.folderId === next);
    if (!folder) break;
    names.unshift(folder.name);
    next = folder.parentFolderId;
  }
  return names;
}

const heightOf = (node: FolderNode): number => 1 + Math.max(0, ...node.children.map(heightOf));

/** Whether a folder may be moved: not into itself, not where it is, and no deeper than folders go. */
export function canMoveFolder(
  tree: readonly FolderNode[],
  { folderId, target }: { folderId: string; target: string | null },
): boolean {
  const all = listFolders(tree);
  const moved = all.find(({ folder }) => folder.folderId === folderId);
  if (!moved || moved.folder.parentFolderId === target) return false;
  if (listFolders([moved]).some(({ folder }) => folder.folderId === target)) return false;
  const depth = all.find(({ folder }) => folder.folderId === target)?.depth ?? 0;
  return depth + heightOf(moved) <= maxFolderDepth;
}
