import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { addCatalogue } from '../../../../shared/i18n/add-catalogue';
import english from './locales/en.json';

addCatalogue('flowTests', english);

export type TestTexts = TFunction<'flowTests'>;

/** The texts of saved conversations; they come with the chunk that needs them. */
export function useTestTexts(): TestTexts {
  return useTranslation('flowTests').t;
}
