import type { ApiOutput } from '../../shared/api/api-types';

/** One turn of a contact, as the API shows it. */
export type ContactTurn = ApiOutput<'listContactTurns'>['turns'][number];
