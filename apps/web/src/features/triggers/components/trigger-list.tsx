import type { Trigger } from '@instaflow/contracts';
import { Button, EmptyState } from '@instaflow/ui';
import { SearchX } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccess } from '../../../shared/account/use-access';
import { filterGroups, groupTriggers } from '../group-triggers';
import { useFlowStates } from '../hooks/use-flow-states';
import type { useTriggerFilter } from '../hooks/use-trigger-filter';
import { TriggerGroup } from './trigger-group';

export type TriggerListProps = {
  triggers: readonly Trigger[];
  view: ReturnType<typeof useTriggerFilter>;
  onEdit: (trigger: Trigger) => void;
};

/** The triggers a filter leaves, by kind and in order. */
export function TriggerList({ triggers, view, onEdit }: TriggerListProps) {
  const { t } = useTranslation(['triggers', 'app']);
  const canEdit = useAccess().can('editFlows');
  const { filter, url } = view;
  const groups = useMemo(() => groupTriggers(triggers), [triggers]);
  const { isLive } = useFlowStates();
  const shown = filterGroups(groups, filter, isLive);
  if (shown.length === 0) {
    return (
      <EmptyState
        icon={<SearchX />}
        title={t('noMatch')}
        action={<Button onClick={url.clear}>{t('app:actions.clearFilters')}</Button>}
      />
    );
  }
  const areAllShown = filter.search === '' && !filter.hasConflict && !filter.flowId && !filter.state;
  return (
    <div className="flex flex-col gap-6">
      {shown.map((group) => (
        <TriggerGroup
          key={group.type}
          group={group}
          triggers={triggers}
          canOrder={canEdit && areAllShown}
          onEdit={onEdit}
        />
      ))}
    </div>
  );
}
