import { addCatalogue } from '../i18n/add-catalogue';
import { i18n } from '../i18n/i18n';
import english from './locales/units-en.json';

addCatalogue('units', english);

/**
 * A number of a unit as people say it: "2 hours". By our own words: a browser's first `Intl.NumberFormat` of a unit
 * takes 20 ms, in the middle of opening a flow.
 */
export function formatUnit(
  value: number,
  unit: 'second' | 'minute' | 'hour' | 'day',
  language: string,
): string {
  return i18n.t(unit, { ns: 'units', count: value, lng: language });
}
