import type { Flow } from '@instaflow/contracts';
import { useLeftover } from '../use-leftover';
import { ConflictDialog } from './conflict-dialog';
import { ConnectDialog } from './connect-dialog';
import { DeactivateDialog } from './deactivate-dialog';
import { FindDialog } from './find-dialog';
import { LeftoverDialog } from './leftover-dialog';
import { MovePeopleDialog } from './move-people-dialog';
import { PublishDialog } from './publish-dialog';
import { ShortcutsDialog } from './shortcuts-dialog';
import { VersionsDialog } from './versions-dialog';

/** Every dialog of the builder; each knows itself when it is open. */
export function BuilderDialogs({
  flow,
  isResolving,
  onResolved,
}: {
  flow: Flow;
  isResolving: boolean;
  onResolved: () => void;
}) {
  const { asked, apply, discard } = useLeftover();
  return (
    <>
      <PublishDialog flow={flow} />
      <MovePeopleDialog flow={flow} />
      <DeactivateDialog />
      <VersionsDialog />
      <FindDialog />
      <ConnectDialog />
      <ShortcutsDialog />
      <ConflictDialog name={flow.name} isOpen={isResolving} onClose={onResolved} />
      <LeftoverDialog entry={asked} onApply={apply} onDiscard={discard} />
    </>
  );
}
