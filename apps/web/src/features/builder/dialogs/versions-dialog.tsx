import type { Flow } from '@instaflow/contracts';
import { Sheet } from '@instaflow/ui';
import { useBuilder, useBuilderSession } from '../state/builder-context';
import { useTexts } from '../texts/use-texts';
import { VersionsPanel } from '../versions/versions-panel';

/** Everything that was ever published or thrown away, and what differs between any two. */
export function VersionsDialog({ flow }: { flow: Flow }) {
  const t = useTexts();
  const { store } = useBuilderSession();
  const isOpen = useBuilder(({ dialog }) => dialog === 'versions');
  return (
    <Sheet
      isOpen={isOpen}
      title={t('versions.title')}
      closeLabel={t('close')}
      onOpenChange={(next) => {
        if (!next) store.getState().setDialog(null);
      }}
    >
      <VersionsPanel flow={flow} />
    </Sheet>
  );
}
