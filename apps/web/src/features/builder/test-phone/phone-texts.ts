import { addCatalogue } from '../../../shared/i18n/add-catalogue';
import english from '../locales/test-phone-en.json';

// Only who opens the phone needs its texts.
addCatalogue('builder', english);
