import { useTranslation } from 'react-i18next';
import { addCatalogue } from '../i18n/add-catalogue';
import { readCallCause } from './call-cause';
import english from './locales/en.json';

addCatalogue('calls', english);

/** Words for why a call failed; null for a code that is about something else. */
export function useCauseText(): (code: string) => string | null {
  const { t } = useTranslation('calls');
  return (code) => {
    const cause = readCallCause(code);
    if (cause === null) return null;
    return cause.kind === 'status' ? t('http', { status: cause.status }) : t(`cause.${cause.cause}`);
  };
}
