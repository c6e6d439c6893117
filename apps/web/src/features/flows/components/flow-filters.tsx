import { Button, SegmentedControl, Select } from '@instaflow/ui';
import { CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { UrlSearchInput } from '../../../shared/components/url-search-input';
import { triggerKinds } from '../../triggers/list-kinds';
import { flowSorts, flowStatuses, type useFlowFilter } from '../use-flow-filter';
import { FolderSheet } from './folder-sheet';
import { OwnerSelect } from './owner-select';

export type FlowFiltersProps = {
  view: ReturnType<typeof useFlowFilter>;
  onMoveFlows: (flowIds: readonly string[], folderId: string | null) => void;
};

type ViewProps = Pick<FlowFiltersProps, 'view'>;

/** Search, filters and order of the list of flows. */
export function FlowFilters({ view, onMoveFlows }: FlowFiltersProps) {
  const { t } = useTranslation('flows');
  const { url, filter, folder } = view;
  return (
    <div className="mb-4 flex flex-wrap items-center gap-2">
      <FolderSheet current={folder} onMoveFlows={onMoveFlows} />
      <UrlSearchInput label={t('search')} className="w-full sm:w-64" />
      <SegmentedControl
        label={t('statusFilter')}
        value={filter.status ?? 'all'}
        onChange={(value) => url.set('status', value === 'all' ? '' : value)}
        options={[
          { value: 'all', label: t('all') },
          ...flowStatuses.map((value) => ({ value, label: t(`filter.${value}`) })),
        ]}
      />
      <ErrorSwitch view={view} />
      <FlowSelects view={view} />
    </div>
  );
}

function ErrorSwitch({ view: { url, filter } }: ViewProps) {
  const { t } = useTranslation('flows');
  const { hasErrors } = filter;
  return (
    <Button
      size="sm"
      variant={hasErrors ? 'soft' : 'ghost'}
      aria-pressed={hasErrors}
      onClick={() => url.set('errors', hasErrors ? '' : 'true')}
    >
      <CircleAlert aria-hidden="true" />
      {t('filter.errors')}
    </Button>
  );
}

const anyTrigger = 'any';

function FlowSelects({ view }: ViewProps) {
  const { t } = useTranslation('flows');
  const { url, filter } = view;
  return (
    <div className="flex w-full flex-wrap gap-2 sm:w-auto">
      <Select
        aria-label={t('filter.trigger')}
        className="w-auto min-w-36 max-sm:flex-1"
        value={filter.triggerType ?? anyTrigger}
        options={[
          { value: anyTrigger, label: t('filter.anyTrigger') },
          ...triggerKinds.map((value) => ({ value, label: t(`trigger.${value}`) })),
        ]}
        onChange={(value) => url.set('trigger', value === anyTrigger ? '' : value)}
      />
      <OwnerSelect view={view} />
      <Select
        aria-label={t('sort.label')}
        className="w-auto min-w-36 max-sm:flex-1"
        value={filter.sort}
        options={flowSorts.map((value) => ({ value, label: t(`sort.${value}`) }))}
        onChange={(value) => url.set('sort', value === 'newest' ? '' : value)}
      />
    </div>
  );
}
