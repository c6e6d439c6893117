import { BaseTables1763600000000 } from './1763600000000-base-tables';

/** In the order they run. A released migration is never edited. */
export const migrations = [BaseTables1763600000000];
