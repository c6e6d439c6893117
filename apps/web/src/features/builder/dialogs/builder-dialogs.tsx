import type { Flow } from '@instaflow/contracts';
import '../texts/edit-texts';
import { ConflictDialog } from '../conflict/conflict-dialog';
import { CommandDialog } from '../commands/command-dialog';
import { StepMenu } from '../canvas/step-menu';
import { DescribeSlot } from '../proposal/describe-slot';
import { ConnectDialog } from './connect-dialog';
import { DeactivateDialog } from './deactivate-dialog';
import { ExtractDialog } from '../extract/extract-dialog';
import { FindDialog } from './find-dialog';
import { MovePeopleDialog } from './move-people-dialog';
import { PublishDialog } from './publish-dialog';
import { RelocateDialog } from './relocate-dialog';
import { ShareDialog } from '../publish/share/share-dialog';
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
  return (
    <>
      <PublishDialog flow={flow} />
      <MovePeopleDialog flow={flow} />
      <DeactivateDialog />
      <VersionsDialog flow={flow} />
      <ShareDialog />
      <FindDialog />
      <CommandDialog />
      <ConnectDialog />
      <RelocateDialog />
      <ExtractDialog />
      <DescribeSlot />
      <StepMenu />
      <ShortcutsDialog />
      <ConflictDialog name={flow.name} isOpen={isResolving} onClose={onResolved} />
    </>
  );
}
