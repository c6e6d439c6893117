import { FunctionsOfToday } from '../functions/functions-of-today';
import { BaseTables1763600000000 } from './1763600000000-base-tables';
import { IntakeAndTurnFunctions1763600000010 } from './1763600000010-intake-and-turns';
import { TurnBatches1763700000010 } from './1763700000010-turn-batches';
import { OutboxPacing1763700000020 } from './1763700000020-outbox-pacing';
import { LoginThrottle1763700000100 } from './1763700000100-login-throttle';
import { Effects1763700000200 } from './1763700000200-effects';
import { RunOperations1763700000300 } from './1763700000300-run-operations';
import { ScaleIndexes1763700000400 } from './1763700000400-scale-indexes';
import { TyposAndQuietHours1763700000600 } from './1763700000600-typos-and-quiet-hours';
import { Notifications1763700000610 } from './1763700000610-notifications';
import { Connections1763700000800 } from './1763700000800-connections';
import { WebhookRefusals1763700000810 } from './1763700000810-webhook-refusals';
import { EventEffects1763700000840 } from './1763700000840-event-effects';
import { MissedEvents1763700000841 } from './1763700000841-missed-events';
import { MediaFiles1763700001000 } from './1763700001000-media-files';
import { MissedEventsProgress1763700001010 } from './1763700001010-missed-events-progress';
import { CommentPolling1763700001020 } from './1763700001020-comment-polling';
import { FacebookLogins1763700001030 } from './1763700001030-facebook-logins';
import { FlowNodeHours1763700001090 } from './1763700001090-flow-node-hours';
import { LargeLists1763700001060 } from './1763700001060-large-lists';
import { AccountFigures1763700001061 } from './1763700001061-account-figures';
import { PeopleWhoLeave1763700001100 } from './1763700001100-people-who-leave';
import { FlowBuilder1763700001110 } from './1763700001110-flow-builder';
import { FlowWordStarts1763700001140 } from './1763700001140-flow-word-starts';
import { FlowFigures1763700001130 } from './1763700001130-flow-figures';
import { FlowComments1763700001200 } from './1763700001200-flow-comments';
import { FacebookDataAccess1763700001120 } from './1763700001120-facebook-data-access';

/** In the order they run: first tables, then the functions as they are today. A table's migration is never edited once released. */
export const migrations = [
  BaseTables1763600000000,
  IntakeAndTurnFunctions1763600000010,
  TurnBatches1763700000010,
  OutboxPacing1763700000020,
  LoginThrottle1763700000100,
  Effects1763700000200,
  RunOperations1763700000300,
  ScaleIndexes1763700000400,
  TyposAndQuietHours1763700000600,
  Notifications1763700000610,
  Connections1763700000800,
  WebhookRefusals1763700000810,
  EventEffects1763700000840,
  MissedEvents1763700000841,
  MediaFiles1763700001000,
  MissedEventsProgress1763700001010,
  CommentPolling1763700001020,
  FacebookLogins1763700001030,
  PeopleWhoLeave1763700001100,
  FunctionsOfToday,
  LargeLists1763700001060,
  AccountFigures1763700001061,
  FlowNodeHours1763700001090,
  FlowBuilder1763700001110,
  FacebookDataAccess1763700001120,
  FlowFigures1763700001130,
  FlowWordStarts1763700001140,
  FlowComments1763700001200,
];
