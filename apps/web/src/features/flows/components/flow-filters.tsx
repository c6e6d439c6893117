import { Button, SegmentedControl } from '@instaflow/ui';
import { CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { UrlSearchInput } from '../../../shared/components/url-search-input';
import { flowStatuses, type useFlowFilter } from '../use-flow-filter';
import { FolderSheet } from './folder-sheet';

export type FlowFiltersProps = {
  view: ReturnType<typeof useFlowFilter>;
  onMoveFlows: (flowIds: readonly string[], folderId: string | null) => void;
};

/** Search and filters of the list of flows. */
export function FlowFilters({ view: { url, filter, folder }, onMoveFlows }: FlowFiltersProps) {
  const { t } = useTranslation('flows');
  const { status, hasErrors } = filter;
  return (
    <div className="mb-4 flex flex-wrap items-center gap-2">
      <FolderSheet current={folder} onMoveFlows={onMoveFlows} />
      <UrlSearchInput label={t('search')} className="w-full sm:w-64" />
      <SegmentedControl
        label={t('statusFilter')}
        value={status ?? 'all'}
        onChange={(value) => url.set('status', value === 'all' ? '' : value)}
        options={[
          { value: 'all', label: t('all') },
          ...flowStatuses.map((value) => ({ value, label: t(`filter.${value}`) })),
        ]}
      />
      <Button
        size="sm"
        variant={hasErrors ? 'soft' : 'ghost'}
        aria-pressed={hasErrors}
        onClick={() => url.set('errors', hasErrors ? '' : 'true')}
      >
        <CircleAlert aria-hidden="true" />
        {t('filter.errors')}
      </Button>
    </div>
  );
}
