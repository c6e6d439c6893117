import { Button, EmptyState, PageHeader, SegmentedControl, Skeleton } from '@instaflow/ui';
import { ArrowLeft, SearchX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAccess } from '../../../shared/account/use-access';
import { useAccountId } from '../../../shared/account/use-account-id';
import { Page } from '../../../shared/components/page';
import { QueryView } from '../../../shared/components/query-view';
import { UrlSearchInput } from '../../../shared/components/url-search-input';
import { usePageTitle } from '../../../shared/components/use-page-title';
import { addCatalogue } from '../../../shared/i18n/add-catalogue';
import { useUrlFilter } from '../../../shared/url/use-url-filter';
import english from '../locales/en.json';
import { filterTemplates, templateCategories } from './filter-templates';
import { TemplateCard } from './template-card';
import { TemplateDetail } from './template-detail';
import { useTemplates } from './use-templates';

addCatalogue('flows', english);

/** Templates to make a flow of: all of them, or the one the address names. */
export function TemplatesPage() {
  const { t } = useTranslation(['flows', 'app']);
  usePageTitle(t('gallery.title'));
  const url = useUrlFilter();
  const accountId = useAccountId();
  const templates = useTemplates();
  const category = templateCategories.find((known) => known === url.get('category'));
  const chosen = templates.data?.find(({ key }) => key === url.get('template'));
  if (chosen)
    return <TemplateDetail key={chosen.key} template={chosen} onBack={() => url.set('template', '')} />;
  return (
    <Page>
      <BackLink to={`/accounts/${accountId}/flows`} label={t('title')} />
      <PageHeader
        title={t('gallery.title')}
        description={t('gallery.description')}
        actions={<BlankButton />}
      />
      <div className="mb-5 flex flex-wrap items-center gap-3">
        <UrlSearchInput label={t('gallery.search')} className="w-full sm:w-64" />
        <SegmentedControl
          label={t('gallery.category')}
          value={category ?? 'all'}
          onChange={(value) => url.set('category', value === 'all' ? '' : value)}
          options={[
            { value: 'all', label: t('all') },
            ...templateCategories.map((value) => ({ value, label: t(`gallery.categories.${value}`) })),
          ]}
        />
      </div>
      <QueryView query={templates} skeleton={<LoadingCards label={t('app:loading')} />}>
        {(loaded) => {
          const found = filterTemplates(loaded, { search: url.get('search'), category });
          return found.length === 0 ? (
            <EmptyState
              icon={<SearchX />}
              title={t('gallery.noMatch')}
              action={<Button onClick={url.clear}>{t('app:actions.clearFilters')}</Button>}
            />
          ) : (
            <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
              {found.map((template) => (
                <li key={template.key}>
                  <TemplateCard template={template} onChoose={() => url.set('template', template.key)} />
                </li>
              ))}
            </ul>
          );
        }}
      </QueryView>
    </Page>
  );
}

function BackLink({ to, label }: { to: string; label: string }) {
  return (
    <Link to={to} className="mb-3 inline-flex items-center gap-1.5 text-sm text-ink-muted hover:text-ink">
      <ArrowLeft aria-hidden="true" className="size-4" />
      {label}
    </Link>
  );
}

function BlankButton() {
  const { t } = useTranslation('flows');
  const accountId = useAccountId();
  if (!useAccess().can('editFlows')) return null;
  return (
    <Button asChild>
      <Link to={`/accounts/${accountId}/flows?new=true`}>{t('gallery.blank')}</Link>
    </Button>
  );
}

function LoadingCards({ label }: { label: string }) {
  return (
    <div role="status" className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
      <span className="sr-only">{label}</span>
      {Array.from({ length: 6 }, (_, index) => (
        <Skeleton key={index} className="h-40" />
      ))}
    </div>
  );
}
