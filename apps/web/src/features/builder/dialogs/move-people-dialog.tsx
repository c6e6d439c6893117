import type { Flow } from '@instaflow/contracts';
import { MoveDialog } from '../../runs/components/move-dialog';
import { useBuilder, useBuilderStore } from '../state/builder-context';

/** After publishing: who still is in older versions, and the offer to move them. */
export function MovePeopleDialog({ flow: { flowId, publishedVersion } }: { flow: Flow }) {
  const store = useBuilderStore();
  const isOpen = useBuilder(({ dialog }) => dialog === 'move');
  if (!isOpen || publishedVersion === null) return null;
  return (
    <MoveDialog
      flowId={flowId}
      version={publishedVersion}
      isAfterPublish
      onClose={() => {
        store.getState().setDialog(null);
      }}
    />
  );
}
