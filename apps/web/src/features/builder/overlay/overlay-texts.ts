import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { addCatalogue } from '../../../shared/i18n/add-catalogue';
import english from './locales/en.json';

addCatalogue('overlay', english);

export type OverlayTexts = TFunction<'overlay'>;

/** The texts of the overlay; they come with its chunk. */
export function useOverlayTexts(): OverlayTexts {
  return useTranslation('overlay').t;
}
