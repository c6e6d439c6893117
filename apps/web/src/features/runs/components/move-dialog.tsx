import { Dialog, SkeletonRows } from '@instaflow/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryKeys } from '../../../shared/api/query-keys';
import { QueryView } from '../../../shared/components/query-view';
import type { RemovedFates } from '../../builder/publish/removed-fate';
import { useMovePeople } from '../api/use-move-people';
import { useStanding } from '../api/use-standing';
import { useVersionDocument } from '../api/use-version-document';
import { countMoves, listGoneSteps } from '../gone-steps';
import { useMoveTexts } from '../use-move-texts';
import { useRunTexts } from '../use-run-texts';
import { BulkButtons } from './bulk-buttons';
import { BulkState } from './bulk-state';
import { GoneStepChoices } from './gone-step-choices';
import { StandingTable } from './standing-table';

export type MoveDialogProps = {
  flowId: string;
  version: number;
  /** Says first that whoever is in an older version stays there if nothing is done. */
  isAfterPublish?: boolean;
  onClose: () => void;
};

/** Shows who stands where in older versions, asks about those whose step is gone, then moves those who can go. */
export function MoveDialog({ flowId, version, isAfterPublish = false, onClose }: MoveDialogProps) {
  const t = useRunTexts();
  const { t: appText } = useTranslation('app');
  const { startText, doneText } = useMoveTexts();
  const { standing, goneSteps, document, fates, setFates, bulk, done, moves } = useMove({ flowId, version });
  const readWaitingAgain = useReadingWaitingAgain(flowId);
  const total = moves.going + moves.ending;
  const close = () => {
    bulk.stop();
    readWaitingAgain();
    onClose();
  };
  return (
    <Dialog
      isOpen
      size="lg"
      onOpenChange={(isOpen) => !isOpen && close()}
      title={t('move.title', { version })}
      description={isAfterPublish ? t('move.afterPublish', { version }) : t('move.text', { version })}
      closeLabel={appText('actions.close')}
      footer={
        total === 0 ? null : (
          <BulkButtons
            bulk={bulk}
            startLabel={startText(moves)}
            leaveLabel={isAfterPublish ? t('move.leave') : undefined}
            onClose={close}
          />
        )
      }
    >
      <div className="flex flex-col gap-4">
        <QueryView
          query={standing}
          skeleton={<SkeletonRows label={appText('loading')} className="h-10" count={3} />}
        >
          {(loaded) => (
            <StandingTable
              standing={loaded.standing}
              version={version}
              fates={fates}
              definition={document.data}
            />
          )}
        </QueryView>
        {goneSteps.length > 0 && bulk.state === 'ready' && (
          <GoneStepChoices
            version={version}
            document={document}
            steps={goneSteps}
            fates={fates}
            onFates={setFates}
          />
        )}
        <BulkState bulk={bulk} total={total} doneText={doneText(done)} />
      </div>
    </Dialog>
  );
}

/** Who stands where, what was chosen for those whose step is gone, and the moving itself. */
function useMove({ flowId, version }: { flowId: string; version: number }) {
  const [fates, setFates] = useState<RemovedFates>({});
  const standing = useStanding({ flowId, version });
  const places = standing.data?.standing ?? [];
  const goneSteps = listGoneSteps(places);
  const document = useVersionDocument({ flowId, version, isNeeded: goneSteps.length > 0 });
  const { bulk, done } = useMovePeople({ flowId, version, fates });
  return { standing, goneSteps, document, fates, setFates, bulk, done, moves: countMoves(places, fates) };
}

function useReadingWaitingAgain(flowId: string): () => void {
  const queryClient = useQueryClient();
  return () => {
    void queryClient.invalidateQueries({ queryKey: queryKeys.waiting(flowId) });
  };
}
