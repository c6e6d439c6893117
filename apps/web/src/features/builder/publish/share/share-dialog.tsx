import { Dialog } from '@instaflow/ui';
import { useBuilder, useBuilderStore } from '../../state/builder-context';
import { useTexts } from '../../texts/use-texts';
import { usePublishTexts } from '../publish-texts';
import { NewLink } from './new-link';
import { LinkList } from './link-list';

/** Links with which anybody can try the draft: one is made here, and those that work can be ended. */
export function ShareDialog() {
  const t = usePublishTexts();
  const builderText = useTexts();
  const store = useBuilderStore();
  const isOpen = useBuilder(({ dialog }) => dialog === 'share');
  return (
    <Dialog
      size="lg"
      isOpen={isOpen}
      title={t('share.title')}
      description={t('share.description')}
      closeLabel={builderText('close')}
      onOpenChange={(next) => {
        if (!next) store.getState().setDialog(null);
      }}
    >
      <div className="flex flex-col gap-5">
        <NewLink />
        <LinkList />
      </div>
    </Dialog>
  );
}
