import type { Flow } from '@instaflow/contracts';
import { Button, PageHeader } from '@instaflow/ui';
import { useState } from 'react';
import { Link } from 'react-router';
import { useAccess } from '../../../shared/account/use-access';
import { useRunTexts } from '../use-run-texts';
import { MoveDialog } from './move-dialog';
import { PauseNotice } from './pause-notice';

export type WaitingHeaderProps = { flow: Flow };

/** The flow, whether it is paused, and what concerns everyone in it. */
export function WaitingHeader({ flow }: WaitingHeaderProps) {
  const t = useRunTexts();
  const { can } = useAccess();
  const [isMoving, setIsMoving] = useState(false);
  const { flowId, instagramAccountId, name, publishedVersion } = flow;
  return (
    <>
      <PageHeader
        title={t('waiting.titleOf', { name })}
        actions={
          <div className="flex flex-wrap gap-2">
            {can('editFlows') && publishedVersion !== null && (
              <Button onClick={() => setIsMoving(true)}>{t('move.open')}</Button>
            )}
            <Button asChild>
              <Link to={`/accounts/${instagramAccountId}/flows/${flowId}`}>{t('waiting.open')}</Link>
            </Button>
          </div>
        }
      />
      <PauseNotice flow={flow} />
      {isMoving && publishedVersion !== null && (
        <MoveDialog flowId={flowId} version={publishedVersion} onClose={() => setIsMoving(false)} />
      )}
    </>
  );
}
