import type { FlowFolder } from '@instaflow/contracts';
import { cx } from '@instaflow/ui';
import { ChevronRight, Folder, FolderOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Dragged } from './dragged';
import { setDragged } from './dragged';
import { FolderMenu } from './folder-menu';
import type { FolderNode } from './folder-tree';
import { PlaceLink } from './place-link';

export type FolderItemProps = {
  node: FolderNode;
  current: string;
  closed: ReadonlySet<string>;
  onToggle: (folderId: string) => void;
  onChoose?: (() => void) | undefined;
  /** Null for whoever may only look. */
  onDrop: ((dragged: Dragged, folderId: string) => void) | null;
  onAsk: (question: FolderQuestion) => void;
};

export type FolderQuestion =
  { kind: 'create'; parent: FlowFolder | null } | { kind: 'rename' | 'move' | 'delete'; folder: FlowFolder };

/** One folder with those in it. */
export function FolderItem({ node, ...rest }: FolderItemProps) {
  const { t } = useTranslation('flows');
  const { current, closed, onToggle, onChoose, onDrop, onAsk } = rest;
  const { folder, children, depth } = node;
  const { folderId, name, flowCount } = folder;
  const isClosed = closed.has(folderId);
  const hasChildren = children.length > 0;
  return (
    <li>
      <div
        className="group/folder flex items-center"
        draggable={onDrop !== null}
        onDragStart={(event) => setDragged(event, { kind: 'folder', id: folderId })}
      >
        <button
          type="button"
          aria-label={t('folders.toggle', { name })}
          aria-expanded={hasChildren ? !isClosed : undefined}
          onClick={() => onToggle(folderId)}
          className={cx(
            'grid size-6 shrink-0 cursor-pointer place-items-center rounded-sm text-ink-faint hover:bg-hover hover:text-ink touch:h-10',
            !hasChildren && 'invisible',
          )}
        >
          <ChevronRight
            aria-hidden="true"
            className={cx('size-3.5 transition-transform', !isClosed && 'rotate-90')}
          />
        </button>
        <PlaceLink
          place={folderId}
          label={name}
          icon={current === folderId ? <FolderOpen aria-hidden="true" /> : <Folder aria-hidden="true" />}
          isCurrent={current === folderId}
          count={flowCount}
          onChoose={onChoose}
          className="flex-1"
          onDrop={onDrop && ((dragged) => onDrop(dragged, folderId))}
        />
        {onDrop && <FolderMenu folder={folder} depth={depth} onAsk={onAsk} />}
      </div>
      {hasChildren && !isClosed && (
        <ul className="pl-3">
          {children.map((child) => (
            <FolderItem key={child.folder.folderId} node={child} {...rest} />
          ))}
        </ul>
      )}
    </li>
  );
}
