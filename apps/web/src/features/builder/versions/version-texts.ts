import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { addCatalogue } from '../../../shared/i18n/add-catalogue';
import english from './locales/en.json';

addCatalogue('versions', english);

export type VersionTexts = TFunction<'versions'>;

/** The texts of versions; they come with the chunk that needs them. */
export function useVersionTexts(): VersionTexts {
  return useTranslation('versions').t;
}
