import { BaseTables1763600000000 } from './1763600000000-base-tables';
import { IntakeAndTurnFunctions1763600000010 } from './1763600000010-intake-and-turn-functions';
import { OutboxFunctions1763600000020 } from './1763600000020-outbox-functions';
import { TurnBatches1763700000010 } from './1763700000010-turn-batches';
import { OutboxPacing1763700000020 } from './1763700000020-outbox-pacing';
import { LoginThrottle1763700000100 } from './1763700000100-login-throttle';
import { Effects1763700000200 } from './1763700000200-effects';
import { RunOperations1763700000300 } from './1763700000300-run-operations';
import { TyposAndQuietHours1763700000600 } from './1763700000600-typos-and-quiet-hours';
import { Notifications1763700000610 } from './1763700000610-notifications';
import { OutcomesAndDailyLimit1763700000620 } from './1763700000620-outcomes-and-daily-limit';

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
  TyposAndQuietHours1763700000600,
  Notifications1763700000610,
  OutcomesAndDailyLimit1763700000620,
];
