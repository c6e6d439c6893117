import type { Flow } from '@instaflow/contracts';
import { Button, Notice } from '@instaflow/ui';
import { useAccess } from '../../../shared/account/use-access';
import { usePauseFlow } from '../../../shared/flow/use-pause-flow';
import { useFormat } from '../../../shared/format/use-format';
import { FormError } from '../../../shared/forms/form-error';
import { useRunTexts } from '../use-run-texts';

export type PauseNoticeProps = { flow: Flow };

/** Says that a flow is paused and what that means, and ends it; nothing while it is not. */
export function PauseNotice({ flow }: PauseNoticeProps) {
  const t = useRunTexts();
  const format = useFormat();
  const { can } = useAccess();
  const pause = usePauseFlow(flow);
  const { pausedAt } = flow;
  if (pausedAt === null) return null;
  const time = `${format.dayMonth(pausedAt)}, ${format.time(pausedAt)}`;
  return (
    <div className="mb-4 flex flex-col gap-2">
      <Notice
        tone="warning"
        role="status"
        action={
          can('editFlows') && (
            <Button size="sm" isBusy={pause.isPending} onClick={() => pause.mutate(false)}>
              {t('pause.resume')}
            </Button>
          )
        }
      >
        {t('pause.since', { time })}. {t('pause.hint')}
      </Notice>
      <FormError error={pause.error} />
    </div>
  );
}
