import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { addCatalogue } from '../../../shared/i18n/add-catalogue';
import english from './locales/en.json';

addCatalogue('publish', english);

export type PublishTexts = TFunction<'publish'>;

/** The texts of publishing and of lists of changes; they come with the chunk that needs them. */
export function usePublishTexts(): PublishTexts {
  return useTranslation('publish').t;
}
