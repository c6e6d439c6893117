import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { addCatalogue } from '../../../shared/i18n/add-catalogue';
import english from './locales/en.json';

addCatalogue('comments', english);

export type CommentTexts = TFunction<'comments'>;

/** The texts of comments; they come with the chunk that needs them. */
export function useCommentTexts(): CommentTexts {
  return useTranslation('comments').t;
}
