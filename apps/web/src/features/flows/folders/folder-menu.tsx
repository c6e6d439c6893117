import type { FlowFolder } from '@instaflow/contracts';
import { DropdownMenu, IconButton, MenuItem, MenuSeparator } from '@instaflow/ui';
import { EllipsisVertical, FolderInput, FolderPlus, PenLine, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { FolderQuestion } from './folder-item';
import { maxFolderDepth } from './folder-tree';

export type FolderMenuProps = {
  folder: FlowFolder;
  depth: number;
  onAsk: (question: FolderQuestion) => void;
};

/** What one can do with a folder. */
export function FolderMenu({ folder, depth, onAsk }: FolderMenuProps) {
  const { t } = useTranslation('flows');
  return (
    <DropdownMenu
      trigger={
        <IconButton
          size="sm"
          hasTooltip={false}
          label={t('menu', { name: folder.name })}
          className="opacity-0 group-focus-within/folder:opacity-100 group-hover/folder:opacity-100 data-[state=open]:opacity-100 touch:opacity-100"
        >
          <EllipsisVertical aria-hidden="true" />
        </IconButton>
      }
    >
      {depth < maxFolderDepth && (
        <MenuItem onSelect={() => onAsk({ kind: 'create', parent: folder })}>
          <FolderPlus aria-hidden="true" />
          {t('folders.newInside')}
        </MenuItem>
      )}
      <MenuItem onSelect={() => onAsk({ kind: 'rename', folder })}>
        <PenLine aria-hidden="true" />
        {t('folders.rename')}
      </MenuItem>
      <MenuItem onSelect={() => onAsk({ kind: 'move', folder })}>
        <FolderInput aria-hidden="true" />
        {t('folders.move')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem isDangerous onSelect={() => onAsk({ kind: 'delete', folder })}>
        <Trash2 aria-hidden="true" />
        {t('folders.delete')}
      </MenuItem>
    </DropdownMenu>
  );
}
