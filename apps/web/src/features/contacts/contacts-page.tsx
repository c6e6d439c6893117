import { Button, EmptyState, PageHeader, SkeletonRows } from '@instaflow/ui';
import { SearchX, UsersRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useTestPhoneUrl } from '../../shared/account/use-test-phone-url';
import { Page } from '../../shared/components/page';
import { Pager } from '../../shared/components/pager';
import { QueryView } from '../../shared/components/query-view';
import { UrlSearchInput } from '../../shared/components/url-search-input';
import { usePageTitle } from '../../shared/components/use-page-title';
import { addCatalogue } from '../../shared/i18n/add-catalogue';
import { useUrlFilter } from '../../shared/url/use-url-filter';
import { contactsPerPage, useContacts } from './api/use-contacts';
import { ContactTable } from './components/contact-table';
import { TagFilter } from './components/tag-filter';
import english from './locales/en.json';

addCatalogue('contacts', english);

/** Everyone the account has to do with. */
export function ContactsPage() {
  const { t } = useTranslation(['contacts', 'app']);
  usePageTitle(t('title'));
  const filter = useUrlFilter();
  const search = filter.get('search');
  const tag = filter.get('tag');
  const contacts = useContacts({ search, tag, page: filter.page });
  const phoneUrl = useTestPhoneUrl();
  return (
    <Page>
      <PageHeader title={t('title')} description={t('description')} />
      <div className="mb-4 flex flex-wrap items-center gap-3">
        <UrlSearchInput label={t('search')} className="w-full sm:w-72" />
        <TagFilter contacts={contacts.data?.contacts ?? []} />
      </div>
      <QueryView
        query={contacts}
        skeleton={<SkeletonRows label={t('app:loading')} count={8} className="h-13" />}
      >
        {(page) =>
          page.contacts.length > 0 ? (
            <>
              <ContactTable contacts={page.contacts} />
              <Pager
                page={filter.page}
                limit={contactsPerPage}
                total={page.total}
                hasNext={page.nextCursor !== null}
                onPage={filter.setPage}
              />
            </>
          ) : search || tag ? (
            <EmptyState
              icon={<SearchX />}
              title={t('noMatchTitle')}
              description={t('noMatchText')}
              action={<Button onClick={filter.clear}>{t('app:actions.clearFilters')}</Button>}
            />
          ) : (
            <EmptyState
              icon={<UsersRound />}
              title={t('emptyTitle')}
              description={t('emptyText')}
              action={
                phoneUrl && (
                  <Button asChild variant="primary">
                    <a href={phoneUrl} target="_blank" rel="noopener noreferrer">
                      {t('emptyAction')}
                    </a>
                  </Button>
                )
              }
            />
          )
        }
      </QueryView>
    </Page>
  );
}
