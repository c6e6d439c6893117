import type { Flow, WaitingRun } from '@instaflow/contracts';
import { SkeletonRows } from '@instaflow/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryView } from '../../../shared/components/query-view';
import { useUrlFilter } from '../../../shared/url/use-url-filter';
import { useWaiting } from '../api/use-waiting';
import type { RunCommandName } from '../run-commands';
import { BulkDialog, type BulkCommandName } from './bulk-dialog';
import { RunCommandDialog } from './run-command-dialog';
import { WaitingList } from './waiting-list';
import type { WaitingStep } from './waiting-steps';

export type WaitingPeopleProps = { flow: Flow };

type Asked = { run: WaitingRun; command: RunCommandName } | { step: WaitingStep; command: BulkCommandName };

/** Who stands at which step, and the dialogs about them: these outlive the rows they were opened from. */
export function WaitingPeople({ flow }: WaitingPeopleProps) {
  const { t: appText } = useTranslation('app');
  const filter = useUrlFilter();
  const [asked, setAsked] = useState<Asked | null>(null);
  const { flowId } = flow;
  const waiting = useWaiting({ flowId, nodeId: filter.get('step'), page: filter.page });
  const close = () => setAsked(null);
  return (
    <>
      <QueryView
        query={waiting}
        skeleton={<SkeletonRows label={appText('loading')} className="h-13" count={6} />}
      >
        {(page) => (
          <WaitingList
            flow={flow}
            page={page}
            onAskOne={(run, command) => setAsked({ run, command })}
            onAskAll={(step, command) => setAsked({ step, command })}
          />
        )}
      </QueryView>
      {asked && 'run' in asked && <RunCommandDialog {...asked} onClose={close} />}
      {asked && 'step' in asked && <BulkDialog flowId={flowId} {...asked} onClose={close} />}
    </>
  );
}
