import type accounts from '../../features/accounts/locales/en.json';
import type auth from '../../features/auth/locales/en.json';
import type builder from '../../features/builder/locales/en.json';
import type contacts from '../../features/contacts/locales/en.json';
import type flows from '../../features/flows/locales/en.json';
import type inbox from '../../features/inbox/locales/en.json';
import type overview from '../../features/overview/locales/en.json';
import type triggers from '../../features/triggers/locales/en.json';
import type runs from '../../features/runs/locales/en.json';
import type calls from '../calls/locales/en.json';
import type trace from '../trace/locales/en.json';
import type app from '../../app/locales/en.json';

declare module 'i18next' {
  /** A key that is missing in its catalogue does not compile. */
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: {
      app: typeof app;
      accounts: typeof accounts;
      auth: typeof auth;
      builder: typeof builder;
      calls: typeof calls;
      contacts: typeof contacts;
      flows: typeof flows;
      inbox: typeof inbox;
      overview: typeof overview;
      runs: typeof runs;
      trace: typeof trace;
      triggers: typeof triggers;
    };
  }
}
