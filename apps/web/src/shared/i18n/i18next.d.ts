import type accounts from '../../features/accounts/locales/en.json';
import type auth from '../../features/auth/locales/en.json';
import type builder from '../../features/builder/locales/en.json';
import type flowTests from '../../features/builder/test-phone/tests/locales/en.json';
import type recording from '../../features/builder/test-phone/record/locales/en.json';
import type recordMenu from '../../features/builder/test-phone/record/locales/menu-en.json';
import type publish from '../../features/builder/publish/locales/en.json';
import type versions from '../../features/builder/versions/locales/en.json';
import type comments from '../../features/builder/comments/locales/en.json';
import type presence from '../../features/builder/presence/locales/en.json';
import type sharedFlow from '../../features/shared-flow/locales/en.json';
import type overlay from '../../features/builder/overlay/locales/en.json';
import type builderEdit from '../../features/builder/locales/edit-en.json';
import type builderPanel from '../../features/builder/locales/panel-en.json';
import type builderPhone from '../../features/builder/locales/test-phone-en.json';
import type connect from '../../features/connect/locales/en.json';
import type contacts from '../../features/contacts/locales/en.json';
import type doctor from '../../features/doctor/locales/en.json';
import type flows from '../../features/flows/locales/en.json';
import type inbox from '../../features/inbox/locales/en.json';
import type notifications from '../../features/notifications/locales/en.json';
import type proposal from '../../features/builder/proposal/locales/en.json';
import type privacy from '../../features/privacy/locales/en.json';
import type profile from '../../features/messenger-profile/locales/en.json';
import type overview from '../../features/overview/locales/en.json';
import type triggers from '../../features/triggers/locales/en.json';
import type runs from '../../features/runs/locales/en.json';
import type calls from '../calls/locales/en.json';
import type trace from '../trace/locales/en.json';
import type units from '../format/locales/units-en.json';
import type app from '../../app/locales/en.json';

declare module 'i18next' {
  /** A key that is missing in its catalogue does not compile. */
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: {
      app: typeof app;
      accounts: typeof accounts;
      auth: typeof auth;
      builder: typeof builder & typeof builderEdit & typeof builderPanel & typeof builderPhone;
      calls: typeof calls;
      comments: typeof comments;
      connect: typeof connect;
      contacts: typeof contacts;
      doctor: typeof doctor;
      flowTests: typeof flowTests;
      flows: typeof flows;
      inbox: typeof inbox;
      notifications: typeof notifications;
      overlay: typeof overlay;
      overview: typeof overview;
      presence: typeof presence;
      privacy: typeof privacy;
      profile: typeof profile;
      proposal: typeof proposal;
      publish: typeof publish;
      recording: typeof recording;
      recordMenu: typeof recordMenu;
      runs: typeof runs;
      sharedFlow: typeof sharedFlow;
      trace: typeof trace;
      units: typeof units;
      triggers: typeof triggers;
      versions: typeof versions;
    };
  }
}
