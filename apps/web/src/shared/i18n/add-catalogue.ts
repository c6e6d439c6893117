import { i18n } from './i18n';

/** Adds the texts of a feature. Call it at the top of the feature's page module. */
export const addCatalogue = (feature: string, english: object): void => {
  i18n.addResourceBundle('en', feature, english, true, true);
};
