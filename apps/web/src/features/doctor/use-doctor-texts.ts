import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { addCatalogue } from '../../shared/i18n/add-catalogue';
import english from './locales/en.json';

addCatalogue('doctor', english);

/** The texts about the state of a connection. */
export function useDoctorTexts(): TFunction<'doctor'> {
  return useTranslation('doctor').t;
}
