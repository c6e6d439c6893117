import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
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

export const i18n = i18next;
