import { BaseTables1763600000000 } from './1763600000000-base-tables';
import { IntakeAndTurnFunctions1763600000010 } from './1763600000010-intake-and-turn-functions';
import { OutboxFunctions1763600000020 } from './1763600000020-outbox-functions';

/** In the order they run. A released migration is never edited. */
export const migrations = [
  BaseTables1763600000000,
  IntakeAndTurnFunctions1763600000010,
  OutboxFunctions1763600000020,
];
