import type { DoctorCheck, DoctorFixId } from '@instaflow/contracts';
import { Badge, Button, cx } from '@instaflow/ui';
import { useAccess } from '../../../shared/account/use-access';
import { stateLooks } from '../state-looks';
import { useDoctorTexts } from '../use-doctor-texts';
import { CheckDetails } from './check-details';

export type CheckItemProps = { check: DoctorCheck; isFixing: boolean; onFix: (fixId: DoctorFixId) => void };

/** One check: how it stands, what was found, and the button that does something about it. */
export function CheckItem({ check, isFixing, onFix }: CheckItemProps) {
  const t = useDoctorTexts();
  const { state, fixId, helpUrl } = check;
  const { icon: Icon, tone, ink } = stateLooks[state];
  return (
    <li className="flex items-start gap-3 p-4">
      <Icon aria-hidden="true" className={cx('mt-0.5 size-4.5 shrink-0', ink)} />
      <div className="flex min-w-0 flex-1 flex-col gap-2">
        <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
          <h3 className="font-medium">{t(`check.${check.id}`)}</h3>
          <Badge tone={tone}>{t(`state.${state}`)}</Badge>
        </div>
        <p className="break-words text-ink-muted">{check.sentence}</p>
        <div className="flex flex-wrap items-center gap-2 empty:hidden">
          {fixId !== null && state !== 'passed' && (
            <FixButton fixId={fixId} isBusy={isFixing} onFix={() => onFix(fixId)} />
          )}
          {helpUrl !== null && state !== 'passed' && (
            <Button asChild size="sm" variant="ghost">
              <a href={helpUrl} target="_blank" rel="noopener noreferrer">
                {t('help')}
              </a>
            </Button>
          )}
        </div>
        <CheckDetails details={check.details} />
      </div>
    </li>
  );
}

type FixButtonProps = { fixId: DoctorFixId; isBusy: boolean; onFix: () => void };

function FixButton({ fixId, isBusy, onFix }: FixButtonProps) {
  const t = useDoctorTexts();
  const { can } = useAccess();
  const isAllowed = can(fixId === 'round_trip' ? 'editFlows' : 'manageAccounts');
  if (!isAllowed) return <p className="text-sm text-ink-muted">{t('askAdmin')}</p>;
  return (
    <Button size="sm" isBusy={isBusy} onClick={onFix}>
      {t(`fix.${fixId}`)}
    </Button>
  );
}
