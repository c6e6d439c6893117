import { Button, Sheet } from '@instaflow/ui';
import { FolderTree } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFolders } from '../api/use-folders';
import { FolderNav } from '../folders/folder-nav';
import { folderPath } from '../folders/folder-tree';

export type FolderSheetProps = {
  current: string;
  onMoveFlows: (flowIds: readonly string[], folderId: string | null) => void;
};

/** The folders where there is no room beside the list. */
export function FolderSheet({ current, onMoveFlows }: FolderSheetProps) {
  const { t } = useTranslation(['flows', 'app']);
  const [isOpen, setIsOpen] = useState(false);
  const name = usePlaceName(current);
  return (
    <div className="w-full xl:hidden">
      <Button className="max-w-full" onClick={() => setIsOpen(true)}>
        <FolderTree aria-hidden="true" />
        <span className="truncate">{name}</span>
      </Button>
      <Sheet
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        title={t('folders.title')}
        closeLabel={t('app:actions.close')}
        side="left"
      >
        <FolderNav current={current} onChoose={() => setIsOpen(false)} onMoveFlows={onMoveFlows} />
      </Sheet>
    </div>
  );
}

function usePlaceName(place: string): string {
  const { t } = useTranslation('flows');
  const folders = useFolders().data ?? [];
  if (place === '') return t('folders.all');
  if (place === 'archived') return t('folders.archived');
  return place === 'none' ? t('folders.none') : (folderPath(folders, place).at(-1) ?? t('folders.title'));
}
