import type { Flow, WaitingRun } from '@instaflow/contracts';
import { EmptyState } from '@instaflow/ui';
import { Hourglass } from 'lucide-react';
import { useAccess } from '../../../shared/account/use-access';
import type { ApiOutput } from '../../../shared/api/api-types';
import { Pager } from '../../../shared/components/pager';
import { useUrlFilter } from '../../../shared/url/use-url-filter';
import { waitingPerPage } from '../api/use-waiting';
import { listWaitingSteps } from '../list-waiting-steps';
import type { RunCommandName } from '../run-commands';
import { useRunTexts } from '../use-run-texts';
import { BulkActions } from './bulk-actions';
import type { BulkCommandName } from './bulk-dialog';
import { WaitingSteps, type WaitingStep } from './waiting-steps';
import { WaitingTable } from './waiting-table';

export type WaitingListProps = {
  flow: Flow;
  page: ApiOutput<'listWaiting'>;
  onAskOne: (run: WaitingRun, command: RunCommandName) => void;
  onAskAll: (step: WaitingStep, command: BulkCommandName) => void;
};

/** Those who stand in a flow, by step; with a step chosen, what one can tell all of them. */
export function WaitingList({ flow, page, onAskOne, onAskAll }: WaitingListProps) {
  const t = useRunTexts();
  const { can } = useAccess();
  const filter = useUrlFilter();
  const nodeId = filter.get('step');
  const steps = listWaitingSteps(page.nodes, page.waiting, flow.flowDefinition);
  if (steps.length === 0 && page.waiting.length === 0) {
    return (
      <EmptyState icon={<Hourglass />} title={t('waiting.empty')} description={t('waiting.emptyText')} />
    );
  }
  const chosen = steps.find((step) => step.nodeId === nodeId);
  const mayAct = can('editFlows');
  return (
    <>
      <WaitingSteps steps={steps} chosen={nodeId} onChoose={(id) => filter.set('step', id)} />
      {mayAct && chosen && <BulkActions onAsk={(command) => onAskAll(chosen, command)} />}
      {mayAct && !chosen && <p className="mb-4 text-sm text-ink-muted">{t('waiting.chooseStep')}</p>}
      {page.waiting.length > 0 ? (
        <WaitingTable
          accountId={flow.instagramAccountId}
          waiting={page.waiting}
          onAsk={mayAct ? onAskOne : null}
        />
      ) : (
        <p className="text-ink-muted">{t('waiting.emptyNode')}</p>
      )}
      <Pager page={filter.page} limit={waitingPerPage} total={page.total} onPage={filter.setPage} />
    </>
  );
}
