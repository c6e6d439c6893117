import { Dialog, SkeletonRows } from '@instaflow/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../../shared/api/call-api';
import { queryKeys } from '../../../shared/api/query-keys';
import { QueryView } from '../../../shared/components/query-view';
import { useBulk } from '../api/use-bulk';
import { useStanding } from '../api/use-standing';
import { useRunTexts } from '../use-run-texts';
import { BulkButtons } from './bulk-buttons';
import { BulkState } from './bulk-state';
import { StandingTable } from './standing-table';

export type MoveDialogProps = {
  flowId: string;
  version: number;
  /** Says first that whoever is in an older version stays there if nothing is done. */
  isAfterPublish?: boolean;
  onClose: () => void;
};

/** Shows who stands where in older versions and where they would go, then moves those who can. */
export function MoveDialog({ flowId, version, isAfterPublish = false, onClose }: MoveDialogProps) {
  const t = useRunTexts();
  const { t: appText } = useTranslation('app');
  const queryClient = useQueryClient();
  const standing = useStanding({ flowId, version });
  const bulk = useBulk(async () => {
    const { moved, remaining } = await callApi('movePeople', {
      params: { id: flowId, version },
      body: { dryRun: false },
    });
    // Nobody moved though some could: they went on meanwhile, and asking again would not end.
    return { count: moved, refused: [], nextCursor: remaining > 0 && moved > 0 ? 'more' : null };
  });
  const close = () => {
    bulk.stop();
    void queryClient.invalidateQueries({ queryKey: queryKeys.waiting(flowId) });
    onClose();
  };
  const movable = standing.data?.remaining ?? 0;
  const isPointless = standing.data === undefined || movable === 0;
  return (
    <Dialog
      isOpen
      size="lg"
      onOpenChange={(isOpen) => !isOpen && close()}
      title={t('move.title', { version })}
      description={isAfterPublish ? t('move.afterPublish', { version }) : t('move.text', { version })}
      closeLabel={appText('actions.close')}
      footer={
        isPointless ? null : (
          <BulkButtons
            bulk={bulk}
            startLabel={t('move.start', { count: movable })}
            leaveLabel={isAfterPublish ? t('move.leave') : undefined}
            onClose={close}
          />
        )
      }
    >
      <div className="flex flex-col gap-3">
        <QueryView
          query={standing}
          skeleton={<SkeletonRows label={appText('loading')} className="h-10" count={3} />}
        >
          {(loaded) => <StandingTable standing={loaded.standing} version={version} />}
        </QueryView>
        <BulkState bulk={bulk} total={movable} doneText={t('move.moved', { count: bulk.progress.given })} />
      </div>
    </Dialog>
  );
}
