import type { FlowStatus } from '@instaflow/contracts';
import { Button, EmptyState, PageHeader, SegmentedControl, SkeletonRows } from '@instaflow/ui';
import { Plus, SearchX, Workflow } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useAccess } from '../../shared/account/use-access';
import { Page } from '../../shared/components/page';
import { Pager } from '../../shared/components/pager';
import { QueryView } from '../../shared/components/query-view';
import { UrlSearchInput } from '../../shared/components/url-search-input';
import { usePageTitle } from '../../shared/components/use-page-title';
import { addCatalogue } from '../../shared/i18n/add-catalogue';
import { useUrlFilter } from '../../shared/url/use-url-filter';
import { flowsPerPage, useFlows } from './api/use-flows';
import { CreateFlowDialog } from './components/create-flow-dialog';
import { FlowTable } from './components/flow-table';
import english from './locales/en.json';

addCatalogue('flows', english);

const statuses: readonly FlowStatus[] = ['active', 'draft', 'inactive'];

/** All flows of an account. */
export function FlowsPage() {
  const { t } = useTranslation(['flows', 'app']);
  usePageTitle(t('title'));
  const filter = useUrlFilter();
  const status = statuses.find((known) => known === filter.get('status'));
  const search = filter.get('search');
  const flows = useFlows({ search, status, page: filter.page });
  const { can } = useAccess();
  const isFiltered = search !== '' || status !== undefined;
  const newButton = can('editFlows') && (
    <Button variant="primary" onClick={() => filter.set('new', 'true')}>
      <Plus aria-hidden="true" />
      {t('new')}
    </Button>
  );
  return (
    <Page>
      <PageHeader title={t('title')} description={t('description')} actions={newButton} />
      <div className="mb-4 flex flex-wrap items-center gap-3">
        <UrlSearchInput label={t('search')} className="w-full sm:w-64" />
        <SegmentedControl
          label={t('statusFilter')}
          value={status ?? 'all'}
          onChange={(value) => filter.set('status', value === 'all' ? '' : value)}
          options={[
            { value: 'all', label: t('all') },
            ...statuses.map((value) => ({ value, label: t(`filter.${value}`) })),
          ]}
        />
      </div>
      <QueryView query={flows} skeleton={<SkeletonRows label={t('app:loading')} className="h-14" />}>
        {(page) =>
          page.flows.length > 0 ? (
            <>
              <FlowTable flows={page.flows} />
              <Pager page={filter.page} limit={flowsPerPage} total={page.total} onPage={filter.setPage} />
            </>
          ) : isFiltered ? (
            <EmptyState
              icon={<SearchX />}
              title={t('noMatchTitle')}
              description={t('noMatchText')}
              action={<Button onClick={filter.clear}>{t('app:actions.clearFilters')}</Button>}
            />
          ) : (
            <EmptyState
              icon={<Workflow />}
              title={t('emptyTitle')}
              description={t('emptyText')}
              action={newButton}
            />
          )
        }
      </QueryView>
      {filter.get('new') && <CreateFlowDialog onClose={() => filter.set('new', '')} />}
    </Page>
  );
}
