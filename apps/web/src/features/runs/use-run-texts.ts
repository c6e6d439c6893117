import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { addCatalogue } from '../../shared/i18n/add-catalogue';
import english from './locales/en.json';

addCatalogue('runs', english);

/** The texts about runs. */
export function useRunTexts(): TFunction<'runs'> {
  return useTranslation('runs').t;
}
