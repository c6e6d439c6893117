import { addCatalogue } from '../../../shared/i18n/add-catalogue';
import english from '../locales/edit-en.json';

// What is needed only once somebody edits comes with the parts that edit.
addCatalogue('builder', english);
