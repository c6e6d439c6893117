import type { FlowSummary, Trigger } from '@instaflow/contracts';
import { Table, TableHeader } from '@instaflow/ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccountTriggers } from '../../../shared/account/use-account-triggers';
import { FlowRow } from './flow-row';

export type FlowTableProps = { flows: readonly FlowSummary[] };

const groupByFlow = (triggers: readonly Trigger[]): Map<string, Trigger[]> => {
  const groups = new Map<string, Trigger[]>();
  for (const trigger of triggers)
    groups.set(trigger.flowId, [...(groups.get(trigger.flowId) ?? []), trigger]);
  return groups;
};

/** Flows with their state and what starts them. */
export function FlowTable({ flows }: FlowTableProps) {
  const { t } = useTranslation('flows');
  const triggers = useAccountTriggers().data?.triggers;
  const byFlow = useMemo(() => groupByFlow(triggers ?? []), [triggers]);
  return (
    <Table
      label={t('title')}
      head={
        <>
          <TableHeader>{t('columns.name')}</TableHeader>
          <TableHeader className="max-sm:hidden">{t('columns.state')}</TableHeader>
          <TableHeader className="max-md:hidden">{t('columns.triggers')}</TableHeader>
          <TableHeader className="max-lg:hidden">{t('columns.updated')}</TableHeader>
          <TableHeader>
            <span className="sr-only">{t('columns.actions')}</span>
          </TableHeader>
        </>
      }
    >
      {flows.map((flow) => (
        <FlowRow key={flow.flowId} flow={flow} triggers={byFlow.get(flow.flowId)} />
      ))}
    </Table>
  );
}
