import { BaseTables1763600000000 } from './1763600000000-base-tables';
import { IntakeAndTurnFunctions1763600000010 } from './1763600000010-intake-and-turn-functions';
import { OutboxFunctions1763600000020 } from './1763600000020-outbox-functions';
import { TurnBatches1763700000010 } from './1763700000010-turn-batches';
import { OutboxPacing1763700000020 } from './1763700000020-outbox-pacing';
import { LoginThrottle1763700000100 } from './1763700000100-login-throttle';
import { Effects1763700000200 } from './1763700000200-effects';
import { RunOperations1763700000300 } from './1763700000300-run-operations';
import { ScaleIndexes1763700000400 } from './1763700000400-scale-indexes';
import { TyposAndQuietHours1763700000600 } from './1763700000600-typos-and-quiet-hours';
import { Notifications1763700000610 } from './1763700000610-notifications';
import { OutcomesAndDailyLimit1763700000620 } from './1763700000620-outcomes-and-daily-limit';
import { ProfileAttempts1763700000700 } from './1763700000700-profile-attempts';
import { UnconfirmedOutcomes1763700000710 } from './1763700000710-unconfirmed-outcomes';
import { Connections1763700000800 } from './1763700000800-connections';
import { WebhookRefusals1763700000810 } from './1763700000810-webhook-refusals';
import { EventEffects1763700000840 } from './1763700000840-event-effects';
import { MissedEvents1763700000841 } from './1763700000841-missed-events';
import { FairTurns1763700000900 } from './1763700000900-fair-turns';

/** In the order they run. A released migration is never edited. */
export const migrations = [
  BaseTables1763600000000,
  IntakeAndTurnFunctions1763600000010,
  OutboxFunctions1763600000020,
  TurnBatches1763700000010,
  OutboxPacing1763700000020,
  LoginThrottle1763700000100,
  Effects1763700000200,
  RunOperations1763700000300,
  ScaleIndexes1763700000400,
  TyposAndQuietHours1763700000600,
  Notifications1763700000610,
  OutcomesAndDailyLimit1763700000620,
  ProfileAttempts1763700000700,
  UnconfirmedOutcomes1763700000710,
  Connections1763700000800,
  WebhookRefusals1763700000810,
  EventEffects1763700000840,
  MissedEvents1763700000841,
  FairTurns1763700000900,
];
