import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { addCatalogue } from '../../shared/i18n/add-catalogue';
import english from './locales/en.json';

addCatalogue('profile', english);

/** The texts about ice breakers and the menu. */
export function useProfileTexts(): TFunction<'profile'> {
  return useTranslation('profile').t;
}
