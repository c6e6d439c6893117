import { Dialog } from '@instaflow/ui';
import { useTexts } from '../texts/use-texts';
import { SearchList, type SearchListProps } from './search-list';

/** A list to choose from, in the middle of the screen; from the bottom on phones. */
export function SearchDialog({
  isOpen,
  title,
  onClose,
  ...list
}: SearchListProps & { isOpen: boolean; title: string; onClose: () => void }) {
  const t = useTexts();
  return (
    <Dialog
      isOpen={isOpen}
      title={title}
      closeLabel={t('close')}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
    >
      <SearchList {...list} className="h-[min(26rem,60dvh)]" />
    </Dialog>
  );
}
