import type { Trigger } from '@instaflow/contracts';
import { Table, TableHeader } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import type { TriggerGroup as Group } from '../group-triggers';
import { useTriggerOrder } from '../hooks/use-trigger-order';
import { TriggerRow } from './trigger-row';

export type TriggerGroupProps = {
  group: Group;
  /** All of the account. */
  triggers: readonly Trigger[];
  /** Whether all of the kind are shown and may be moved. */
  canOrder: boolean;
  onEdit: (trigger: Trigger) => void;
};

/** The triggers of one kind, the one that is asked first on top. */
export function TriggerGroup({ group, triggers, canOrder, onEdit }: TriggerGroupProps) {
  const { t } = useTranslation('triggers');
  const { step, moveTo } = useTriggerOrder(group.triggers);
  const name = t(`type.${group.type}`);
  const isSingle = group.triggers.length === 1 || !canOrder;
  const drop = (draggedId: string, place: number) => {
    const dragged = group.triggers.find(({ triggerId }) => triggerId === draggedId);
    if (dragged) moveTo(dragged, place);
  };
  return (
    <section aria-label={name} className="flex flex-col gap-2">
      <h2 className="flex items-baseline gap-2 text-base font-semibold">
        {name}
        <span className="text-sm font-normal text-ink-muted tabular-nums">{group.triggers.length}</span>
      </h2>
      <Table
        label={name}
        head={
          <>
            <TableHeader className="pr-0 max-sm:hidden">
              <span className="sr-only">{t('columns.place')}</span>
            </TableHeader>
            <TableHeader>{t('columns.when')}</TableHeader>
            <TableHeader className="w-48 max-sm:hidden">{t('columns.flow')}</TableHeader>
            <TableHeader className="w-28 max-lg:hidden">{t('columns.limit')}</TableHeader>
            <TableHeader className="w-28 text-right max-md:hidden">
              <span title={t('hitsHint')}>{t('columns.hits')}</span>
            </TableHeader>
            <TableHeader className="w-20 max-sm:hidden">
              <span className={isSingle ? 'sr-only' : ''}>{t('columns.order')}</span>
            </TableHeader>
            <TableHeader className="w-18">{t('columns.status')}</TableHeader>
            <TableHeader className="w-12">
              <span className="sr-only">{t('columns.actions')}</span>
            </TableHeader>
          </>
        }
      >
        {group.triggers.map((trigger, place) => (
          <TriggerRow
            key={trigger.triggerId}
            trigger={trigger}
            triggers={triggers}
            place={place}
            count={group.triggers.length}
            order={canOrder ? { step, onDropped: (id) => drop(id, place) } : null}
            onEdit={onEdit}
          />
        ))}
      </Table>
    </section>
  );
}
