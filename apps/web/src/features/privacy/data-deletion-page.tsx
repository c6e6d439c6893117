import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { BrandMark } from '../../shared/components/brand-mark';
import { usePageTitle } from '../../shared/components/use-page-title';
import { addCatalogue } from '../../shared/i18n/add-catalogue';
import { CodeForm } from './components/code-form';
import { DeletionStatus } from './components/deletion-status';
import english from './locales/en.json';

addCatalogue('privacy', english);

/** How the deletion of somebody's data goes. For people who have no login here, by the code they were given. */
export function DataDeletionPage() {
  const { t } = useTranslation(['privacy', 'app']);
  usePageTitle(t('title'));
  const code = useParams()['code'] ?? '';
  return (
    <main className="mx-auto flex w-full max-w-lg flex-col gap-6 px-4 py-10">
      <p className="flex items-center gap-2.5 text-lg font-semibold tracking-tight">
        <BrandMark className="size-8" />
        {t('app:name')}
      </p>
      <header className="flex flex-col gap-1">
        <h1 className="text-xl font-semibold tracking-tight">{t('title')}</h1>
        <p className="text-ink-muted">{t('intro')}</p>
      </header>
      {code === '' ? <CodeForm /> : <DeletionStatus key={code} code={code} />}
    </main>
  );
}
