import type { Flow } from '@instaflow/contracts';
import { Dialog } from '@instaflow/ui';
import { useState } from 'react';
import { PublishForm } from '../publish/publish-form';
import { useBuilder, useBuilderSession } from '../state/builder-context';
import { useTexts } from '../texts/use-texts';

/** What publishing means for whom, what stands in its way, what changes, and the button. */
export function PublishDialog({ flow }: { flow: Flow }) {
  const t = useTexts();
  const { store } = useBuilderSession();
  const isOpen = useBuilder(({ dialog }) => dialog === 'publish');
  // Kept while somebody looks at a step or at the canvas in between.
  const [note, setNote] = useState('');
  const [notedVersion, setNotedVersion] = useState(flow.publishedVersion);
  if (notedVersion !== flow.publishedVersion) {
    setNotedVersion(flow.publishedVersion);
    setNote('');
  }
  return (
    <Dialog
      size="lg"
      isRead
      isOpen={isOpen}
      title={flow.publishedVersion === null ? t('publish.title') : t('publish.again')}
      description={t('publish.description')}
      closeLabel={t('close')}
      onOpenChange={(next) => {
        if (!next) store.getState().setDialog(null);
      }}
    >
      <PublishForm flow={flow} note={note} onNote={setNote} />
    </Dialog>
  );
}
