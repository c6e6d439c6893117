import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccountSettings } from '../account/use-account-settings';
import { createFormat, type Format } from './create-format';

/** Formats in the language of the interface and the time zone of the current account. */
export function useFormat(): Format {
  const { i18n } = useTranslation();
  const timeZone = useAccountSettings().data?.timezone;
  return useMemo(() => createFormat(i18n.language, timeZone), [i18n.language, timeZone]);
}
