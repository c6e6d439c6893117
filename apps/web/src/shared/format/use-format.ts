import { useTranslation } from 'react-i18next';
import { useAccountSettings } from '../account/use-account-settings';
import { createFormat, type Format } from './create-format';

/** Formats in the language of the interface and the time zone of the current account. */
export function useFormat(): Format {
  const { i18n } = useTranslation();
  const timeZone = useAccountSettings().data?.timezone;
  return findFormat(i18n.language, timeZone);
}

/** Shared by all that is on the page: a list has hundreds of times and dates. */
const known = new Map<string, Format>();

function findFormat(language: string, timeZone: string | undefined): Format {
  const key = `${language} ${timeZone ?? ''}`;
  const format = known.get(key) ?? createFormat(language, timeZone);
  known.set(key, format);
  return format;
}
