import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dragged } from './dragged';
import { FolderItem, type FolderQuestion } from './folder-item';
import type { FolderNode } from './folder-tree';

export type FolderTreeListProps = {
  tree: readonly FolderNode[];
  current: string;
  onChoose?: (() => void) | undefined;
  /** Null for whoever may only look. */
  onDrop: ((dragged: Dragged, folderId: string) => void) | null;
  onAsk: (question: FolderQuestion) => void;
};

/** All folders; those that hold others can be closed. */
export function FolderTreeList({ tree, ...rest }: FolderTreeListProps) {
  const { t } = useTranslation('flows');
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const toggle = (folderId: string) => {
    const others = [...closed].filter((id) => id !== folderId);
    setClosed(new Set(closed.has(folderId) ? others : [...others, folderId]));
  };
  if (tree.length === 0) return <p className="px-2 text-sm text-ink-muted">{t('folders.empty')}</p>;
  return (
    <ul>
      {tree.map((node) => (
        <FolderItem key={node.folder.folderId} node={node} closed={closed} onToggle={toggle} {...rest} />
      ))}
    </ul>
  );
}
