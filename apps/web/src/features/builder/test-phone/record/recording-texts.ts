import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { addCatalogue } from '../../../../shared/i18n/add-catalogue';
import english from './locales/en.json';

addCatalogue('recording', english);

export type RecordingTexts = TFunction<'recording'>;

/** The texts of saving a conversation as a GIF or video; they come with the first click on it. */
export function useRecordingTexts(): RecordingTexts {
  return useTranslation('recording').t;
}
