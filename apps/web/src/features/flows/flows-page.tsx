import { Button, PageHeader, SkeletonRows } from '@instaflow/ui';
import { Plus, Upload } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useAccess } from '../../shared/account/use-access';
import { Page } from '../../shared/components/page';
import { Pager } from '../../shared/components/pager';
import { QueryView } from '../../shared/components/query-view';
import { usePageTitle } from '../../shared/components/use-page-title';
import { addCatalogue } from '../../shared/i18n/add-catalogue';
import { flowsPerPage } from './api/list-flow-page';
import { useFlows } from './api/use-flows';
import { BulkDialog } from './bulk/bulk-dialog';
import { CreateFlowDialog } from './components/create-flow-dialog';
import { FlowFilters } from './components/flow-filters';
import { FlowList } from './components/flow-list';
import { NoFlows } from './components/no-flows';
import { FolderNav } from './folders/folder-nav';
import english from './locales/en.json';
import { ImportDialog } from './transfer/import-dialog';
import { useExistingPage } from './use-existing-page';
import { useFlowFilter } from './use-flow-filter';
import { useRunFlows } from './use-run-flows';

addCatalogue('flows', english);

/** All flows of an account, in folders. */
export function FlowsPage() {
  const { t } = useTranslation(['flows', 'app']);
  usePageTitle(t('title'));
  const view = useFlowFilter();
  const { url, filter, folder, isNarrowed } = view;
  const flows = useFlows(filter);
  useExistingPage(url, flows.isPlaceholderData ? undefined : flows.data);
  const { bulk, run } = useRunFlows();
  const canEdit = useAccess().can('editFlows');
  const moveFlows = (ids: readonly string[], folderId: string | null) =>
    run(flows.data?.flows.filter(({ flowId }) => ids.includes(flowId)) ?? [], { kind: 'move', folderId });
  const openNew = () => url.set('new', 'true');
  return (
    <Page>
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={canEdit && <PageActions onNew={openNew} onImport={() => url.set('import', 'true')} />}
      />
      <div className="xl:grid xl:grid-cols-[13rem_minmax(0,1fr)] xl:gap-6">
        <div className="max-xl:hidden">
          <FolderNav current={folder} onMoveFlows={moveFlows} />
        </div>
        <div className="min-w-0">
          <FlowFilters view={view} onMoveFlows={moveFlows} />
          <QueryView query={flows} skeleton={<SkeletonRows label={t('app:loading')} className="h-18" />}>
            {(page) =>
              page.flows.length > 0 ? (
                <>
                  <FlowList flows={page.flows} hasFolders={filter.place.kind !== 'folder'} onRun={run} />
                  <Pager
                    page={filter.page}
                    limit={flowsPerPage}
                    total={page.total}
                    hasNext={page.hasNext}
                    onPage={url.setPage}
                  />
                </>
              ) : (
                <NoFlows
                  place={filter.place}
                  isNarrowed={isNarrowed}
                  onClear={() => url.clearAllBut(['folder', 'sort'])}
                  action={canEdit && <NewButton onClick={openNew} />}
                />
              )
            }
          </QueryView>
        </div>
      </div>
      {url.get('new') && <CreateFlowDialog folderId={folder} onClose={() => url.set('new', '')} />}
      {url.get('import') && <ImportDialog onClose={() => url.set('import', '')} />}
      {bulk.run && <BulkDialog run={bulk.run} onStop={bulk.stop} onClose={bulk.close} />}
    </Page>
  );
}

function NewButton({ onClick }: { onClick: () => void }) {
  const { t } = useTranslation('flows');
  return (
    <Button variant="primary" onClick={onClick}>
      <Plus aria-hidden="true" />
      {t('new')}
    </Button>
  );
}

function PageActions({ onNew, onImport }: { onNew: () => void; onImport: () => void }) {
  const { t } = useTranslation('flows');
  return (
    <>
      <Button onClick={onImport}>
        <Upload aria-hidden="true" />
        {t('import.open')}
      </Button>
      <NewButton onClick={onNew} />
    </>
  );
}
