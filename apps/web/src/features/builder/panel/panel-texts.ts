import { addCatalogue } from '../../../shared/i18n/add-catalogue';
import english from '../locales/panel-en.json';

// The texts of the forms weigh as much as those of everything else; they come with the forms.
addCatalogue('builder', english);
