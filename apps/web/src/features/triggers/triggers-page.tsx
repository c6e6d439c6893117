import type { Trigger } from '@instaflow/contracts';
import { Button, EmptyState, PageHeader, SkeletonRows } from '@instaflow/ui';
import { MessageCircleQuestion, Plus, Zap } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAccess } from '../../shared/account/use-access';
import { useAccountTriggers } from '../../shared/account/use-account-triggers';
import { Page } from '../../shared/components/page';
import { QueryView } from '../../shared/components/query-view';
import { usePageTitle } from '../../shared/components/use-page-title';
import { addCatalogue } from '../../shared/i18n/add-catalogue';
import { TriggerDialog } from './components/trigger-dialog';
import { TriggerFilters } from './components/trigger-filters';
import { TriggerList } from './components/trigger-list';
import { TriggerTester } from './components/trigger-tester';
import { filterGroups, groupTriggers } from './group-triggers';
import { useTriggerFilter } from './hooks/use-trigger-filter';
import english from './locales/en.json';

addCatalogue('triggers', english);

/** Every way into the flows of an account, with a way to try which one would win. */
export function TriggersPage() {
  const { t } = useTranslation(['triggers', 'app']);
  usePageTitle(t('title'));
  const triggers = useAccountTriggers();
  const { can } = useAccess();
  const view = useTriggerFilter();
  const [edited, setEdited] = useState<Trigger | 'new' | null>(null);
  const newButton = can('editFlows') && <NewButton onClick={() => setEdited('new')} />;
  return (
    <Page>
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={<HeaderActions newButton={newButton} />}
      />
      <div className="flex flex-col gap-6">
        <QueryView
          query={triggers}
          skeleton={<SkeletonRows label={t('app:loading')} className="h-14" count={4} />}
        >
          {(loaded) =>
            loaded.triggers.length > 0 ? (
              <>
                <TriggerFilters
                  view={view}
                  triggers={loaded.triggers}
                  conflictCount={countConflicts(loaded.triggers)}
                />
                <TriggerList triggers={loaded.triggers} view={view} onEdit={setEdited} />
              </>
            ) : (
              <EmptyState
                icon={<Zap />}
                title={t('emptyTitle')}
                description={t('emptyText')}
                action={newButton}
              />
            )
          }
        </QueryView>
        <TriggerTester />
      </div>
      {edited !== null && (
        <TriggerDialog
          trigger={edited === 'new' ? null : edited}
          triggers={triggers.data?.triggers ?? []}
          onClose={() => setEdited(null)}
        />
      )}
    </Page>
  );
}

function NewButton({ onClick }: { onClick: () => void }) {
  const { t } = useTranslation('triggers');
  return (
    <Button variant="primary" onClick={onClick}>
      <Plus aria-hidden="true" />
      {t('new')}
    </Button>
  );
}

function HeaderActions({ newButton }: { newButton: ReactNode }) {
  const { t } = useTranslation('triggers');
  return (
    <>
      <Button asChild>
        <Link to="../menu">
          <MessageCircleQuestion aria-hidden="true" />
          {t('messengerProfile')}
        </Link>
      </Button>
      {newButton}
    </>
  );
}

function countConflicts(triggers: readonly Trigger[]): number {
  const filter = { type: undefined, search: '', hasConflict: true };
  return filterGroups(groupTriggers(triggers), filter).reduce((sum, group) => sum + group.triggers.length, 0);
}
