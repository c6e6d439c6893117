import i18next from 'i18next';
import { initReactI18next, setI18n } from 'react-i18next';
import app from '../../app/locales/en.json';

/** Texts of the interface. Each feature adds its own catalogue, under its own name, when its page loads. */
void i18next.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  defaultNS: 'app',
  ns: ['app'],
  resources: { en: { app } },
  interpolation: { escapeValue: false },
  initAsync: false,
});

/**
 * What components get. `useTranslation` of react-i18next 17 copies every property of it for each component that uses
 * it, which takes longer than translating; of this there is none to copy, and the copy reads through to the real one.
 */
setI18n(new Proxy(i18next, { ownKeys: () => [], getPrototypeOf: (target) => target }));

export const i18n = i18next;
