import { ConfirmDialog } from '@instaflow/ui';
import type { WriteAheadEntry } from '../autosave/write-ahead';
import { useTexts } from '../texts/use-texts';

/** Edits of an earlier visit that never reached the server, while the flow has moved on: shall they be applied? */
export function LeftoverDialog({
  entry,
  onApply,
  onDiscard,
}: {
  entry: WriteAheadEntry | null;
  onApply: (entry: WriteAheadEntry) => void;
  onDiscard: () => void;
}) {
  const t = useTexts();
  return (
    <ConfirmDialog
      isOpen={entry !== null}
      title={t('leftover.title')}
      description={t('leftover.description', { count: entry?.operations.length ?? 0 })}
      confirmLabel={t('leftover.apply')}
      cancelLabel={t('leftover.discard')}
      onConfirm={() => {
        if (entry) onApply(entry);
      }}
      onOpenChange={(isOpen) => {
        if (!isOpen) onDiscard();
      }}
    />
  );
}
