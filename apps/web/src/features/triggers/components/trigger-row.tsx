import type { Trigger } from '@instaflow/contracts';
import { cx, Switch, TableCell, toast } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { useAccess } from '../../../shared/account/use-access';
import { useFormat } from '../../../shared/format/use-format';
import { useErrorText } from '../../../shared/components/use-error-text';
import { useTriggerActions } from '../api/use-trigger-actions';
import { findConflicts } from '../find-conflicts';
import { useFlowStates } from '../hooks/use-flow-states';
import { triggerRowId } from '../trigger-row-id';
import { ConflictHint } from './conflict-hint';
import { OrderButtons } from './order-buttons';
import { StartedFlow } from './started-flow';
import { TriggerMenu } from './trigger-menu';
import { TriggerWords } from './trigger-words';
import { useRowDrag } from '../hooks/use-row-drag';

export type TriggerRowProps = {
  trigger: Trigger;
  /** All of the account. */
  triggers: readonly Trigger[];
  /** Among those of its kind, from 0. */
  place: number;
  count: number;
  /** Null where the order cannot be changed. */
  order: { step: (trigger: Trigger, by: 1 | -1) => void; onDropped: (triggerId: string) => void } | null;
  onEdit: (trigger: Trigger) => void;
};

/** One trigger of the list. */
export function TriggerRow({ trigger, triggers, place, count, order, onEdit }: TriggerRowProps) {
  const { t } = useTranslation('triggers');
  const format = useFormat();
  const canEdit = useAccess().can('editFlows');
  const name = trigger.keyword || t(`type.${trigger.type}`);
  const drag = useRowDrag(trigger, order && count > 1 ? order.onDropped : null);
  return (
    <tr
      id={triggerRowId(trigger.triggerId)}
      tabIndex={-1}
      {...drag.handlers}
      className={cx(
        'transition-colors hover:bg-hover/50 focus:bg-accent-soft',
        drag.isOver && 'bg-accent-soft outline-2 -outline-offset-2 outline-ring',
      )}
    >
      <TableCell className="w-px pr-0 align-top text-ink-muted tabular-nums max-sm:hidden">
        <span className="flex h-9 items-center">{place + 1}</span>
      </TableCell>
      <WhenCell trigger={trigger} triggers={triggers} />
      <TableCell className="max-w-56 max-sm:hidden">
        <StartedFlow trigger={trigger} />
      </TableCell>
      <TableCell className="whitespace-nowrap text-ink-muted max-lg:hidden">
        {trigger.oncePerContactHours === null
          ? t('unlimited')
          : t('once', { hours: trigger.oncePerContactHours })}
      </TableCell>
      <TableCell className="text-right whitespace-nowrap text-ink-muted tabular-nums max-md:hidden">
        {typeof trigger.hits7d === 'number' ? format.number(trigger.hits7d) : '–'}
      </TableCell>
      <TableCell className="w-px max-sm:hidden">
        {order && count > 1 && (
          <OrderButtons
            triggerId={trigger.triggerId}
            name={name}
            place={place}
            count={count}
            onStep={(by) => order.step(trigger, by)}
          />
        )}
      </TableCell>
      <TableCell className="w-px">
        <ActiveSwitch trigger={trigger} name={name} />
      </TableCell>
      <TableCell className="w-px pl-0">
        {canEdit && (
          <TriggerMenu
            trigger={trigger}
            name={name}
            onEdit={() => onEdit(trigger)}
            onStep={order && count > 1 ? (by) => order.step(trigger, by) : null}
            isFirst={place === 0}
            isLast={place === count - 1}
          />
        )}
      </TableCell>
    </tr>
  );
}

function ActiveSwitch({ trigger, name }: { trigger: Trigger; name: string }) {
  const { t } = useTranslation('triggers');
  const errorText = useErrorText();
  const canEdit = useAccess().can('editFlows');
  const { setActive } = useTriggerActions();
  const isActive = setActive.isPending ? setActive.variables.isActive : trigger.status === 'active';
  return (
    <Switch
      label={t('turnOn', { name })}
      isLabelHidden
      isOn={isActive}
      disabled={!canEdit}
      onChange={(next) =>
        setActive.mutate({ trigger, isActive: next }, { onError: (error) => toast.error(errorText(error)) })
      }
    />
  );
}

function WhenCell({ trigger, triggers }: Pick<TriggerRowProps, 'trigger' | 'triggers'>) {
  const { t } = useTranslation('triggers');
  const { isLive } = useFlowStates();
  const conflicts = trigger.status === 'active' ? findConflicts(trigger, triggers, isLive) : [];
  return (
    <TableCell className="max-w-96 max-sm:w-full max-sm:max-w-0 max-sm:pr-0">
      <TriggerWords trigger={trigger} />
      <div className="text-sm text-ink-muted sm:hidden">
        <StartedFlow trigger={trigger} />
      </div>
      {typeof trigger.hits7d === 'number' && (
        <p className="text-sm text-ink-muted md:hidden">{t('hits', { count: trigger.hits7d })}</p>
      )}
      <ConflictHint conflicts={conflicts} canJump />
    </TableCell>
  );
}
