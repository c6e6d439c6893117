import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { addCatalogue } from '../../shared/i18n/add-catalogue';
import english from './locales/en.json';

addCatalogue('connect', english);

/** The texts about connecting. */
export function useConnectTexts(): TFunction<'connect'> {
  return useTranslation('connect').t;
}
