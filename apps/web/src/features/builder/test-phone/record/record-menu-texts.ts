import { useTranslation } from 'react-i18next';
import { addCatalogue } from '../../../../shared/i18n/add-catalogue';
import english from './locales/menu-en.json';

addCatalogue('recordMenu', english);

/** The texts of the menu itself, which come with the phone; the others come with the first click. */
export const useRecordMenuTexts = () => useTranslation('recordMenu').t;
