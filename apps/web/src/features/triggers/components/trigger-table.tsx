import type { Trigger } from '@instaflow/contracts';
import { Table, TableHeader } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { TriggerRow } from './trigger-row';

export type TriggerTableProps = { triggers: readonly Trigger[]; onEdit: (trigger: Trigger) => void };

/** All triggers, the ones that win first. */
export function TriggerTable({ triggers, onEdit }: TriggerTableProps) {
  const { t } = useTranslation('triggers');
  const sorted = [...triggers].sort(
    (a, b) => a.type.localeCompare(b.type) || b.priority - a.priority || (a.createdAt < b.createdAt ? -1 : 1),
  );
  return (
    <Table
      label={t('title')}
      head={
        <>
          <TableHeader>{t('columns.when')}</TableHeader>
          <TableHeader className="max-sm:hidden">{t('columns.flow')}</TableHeader>
          <TableHeader className="max-lg:hidden">{t('columns.priority')}</TableHeader>
          <TableHeader className="max-lg:hidden">{t('columns.limit')}</TableHeader>
          <TableHeader>{t('columns.status')}</TableHeader>
          <TableHeader>
            <span className="sr-only">{t('columns.actions')}</span>
          </TableHeader>
        </>
      }
    >
      {sorted.map((trigger) => (
        <TriggerRow key={trigger.triggerId} trigger={trigger} triggers={triggers} onEdit={onEdit} />
      ))}
    </Table>
  );
}
