import { useTranslation } from 'react-i18next';

/** Where Meta shows what the form asks for. */
export function TokenHelp() {
  const { t } = useTranslation('accounts');
  return (
    <details className="rounded-md bg-sunken px-3 py-2 text-sm">
      <summary className="font-medium">{t('connect.help')}</summary>
      <ol className="flex list-decimal flex-col gap-1 py-2 pl-5 text-ink-muted">
        <li>{t('connect.help1')}</li>
        <li>{t('connect.help2')}</li>
        <li>{t('connect.help3')}</li>
        <li>{t('connect.help4')}</li>
      </ol>
    </details>
  );
}
