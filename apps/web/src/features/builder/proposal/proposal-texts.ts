import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { addCatalogue } from '../../../shared/i18n/add-catalogue';
import english from './locales/en.json';

addCatalogue('proposal', english);

export type ProposalTexts = TFunction<'proposal'>;

/** The texts of steps described in words; they come with the chunk that needs them. */
export function useProposalTexts(): ProposalTexts {
  return useTranslation('proposal').t;
}
