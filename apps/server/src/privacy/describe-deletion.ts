import type { DataDeletionStatus } from '@instaflow/contracts';
import type { DataDeletionRow } from '@instaflow/db';
import { toIso } from '../http/to-iso';

const sentences: Record<DataDeletionRow['state'], string> = {
  received: 'The request was received. The deletion begins in a moment.',
  running: 'The data is being deleted.',
  completed: 'All data was deleted. Nothing has to be done.',
  nothing_found: 'No data of this person is stored here. Nothing has to be done.',
};

/** A deletion for the person who asked for it. It names nobody. */
export const describeDeletion = (row: DataDeletionRow): DataDeletionStatus => ({
  confirmationCode: row.confirmationCode,
  state: row.state,
  sentence: sentences[row.state],
  requestedAt: row.requestedAt.toISOString(),
  completedAt: toIso(row.completedAt),
});
