import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';

export type BuilderTexts = TFunction<'builder'>;

/** The builder's texts. */
export function useTexts(): BuilderTexts {
  return useTranslation('builder').t;
}
