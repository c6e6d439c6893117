import { useConnectTexts } from '../use-connect-texts';

/** Where Meta shows what the form asks for. */
export function TokenHelp() {
  const t = useConnectTexts();
  return (
    <details className="rounded-md bg-sunken px-3 py-2 text-sm">
      <summary className="font-medium touch:py-2">{t('token.help')}</summary>
      <ol className="flex list-decimal flex-col gap-1 py-2 pl-5 text-ink-muted">
        <li>{t('token.help1')}</li>
        <li>{t('token.help2')}</li>
        <li>{t('token.help3')}</li>
        <li>{t('token.help4')}</li>
      </ol>
    </details>
  );
}
