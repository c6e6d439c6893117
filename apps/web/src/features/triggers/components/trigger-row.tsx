import type { Trigger } from '@instaflow/contracts';
import { Switch, TableCell, toast } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAccess } from '../../../shared/account/use-access';
import { useErrorText } from '../../../shared/components/use-error-text';
import { useTriggerActions } from '../api/use-trigger-actions';
import { findConflicts } from '../find-conflicts';
import { ConflictHint } from './conflict-hint';
import { TriggerMenu } from './trigger-menu';
import { TriggerWords } from './trigger-words';

export type TriggerRowProps = {
  trigger: Trigger;
  triggers: readonly Trigger[];
  onEdit: (trigger: Trigger) => void;
};

/** One trigger of the list. */
export function TriggerRow({ trigger, triggers, onEdit }: TriggerRowProps) {
  const { t } = useTranslation('triggers');
  const errorText = useErrorText();
  const { can } = useAccess();
  const { setActive } = useTriggerActions();
  const name = trigger.keyword || t(`type.${trigger.type}`);
  const isActive = setActive.isPending ? setActive.variables.isActive : trigger.status === 'active';
  const conflicts = isActive ? findConflicts(trigger, triggers) : [];
  const flowLink = (
    <Link
      to={`/accounts/${trigger.instagramAccountId}/flows/${trigger.flowId}`}
      className="block truncate py-0.5 hover:underline"
      title={trigger.flowName}
    >
      {trigger.flowName}
    </Link>
  );
  return (
    <tr className="transition-colors hover:bg-hover/50">
      <TableCell className="max-w-96">
        <TriggerWords trigger={trigger} />
        <div className="text-sm text-ink-muted sm:hidden">{flowLink}</div>
        <ConflictHint conflicts={conflicts} />
      </TableCell>
      <TableCell className="max-w-56 max-sm:hidden">{flowLink}</TableCell>
      <TableCell className="max-lg:hidden">{trigger.priority}</TableCell>
      <TableCell className="whitespace-nowrap text-ink-muted max-lg:hidden">
        {trigger.oncePerContactHours === null
          ? t('unlimited')
          : t('once', { hours: trigger.oncePerContactHours })}
      </TableCell>
      <TableCell>
        <Switch
          label={t('turnOn', { name })}
          isLabelHidden
          isOn={isActive}
          disabled={!can('editFlows')}
          onChange={(next) =>
            setActive.mutate(
              { trigger, isActive: next },
              { onError: (error) => toast.error(errorText(error)) },
            )
          }
        />
      </TableCell>
      <TableCell className="w-px pl-0">
        {can('editFlows') && <TriggerMenu trigger={trigger} name={name} onEdit={() => onEdit(trigger)} />}
      </TableCell>
    </tr>
  );
}
