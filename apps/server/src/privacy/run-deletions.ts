import { dataDeletionRepository, erasePerson, listAccountsOfOwner, listExpiredMedia } from '@instaflow/db';
import { createMediaRetention } from '@instaflow/flow-runtime';
import { disconnectAccount } from '../accounts/disconnect-account';
import type { Dependencies } from '../dependencies';

type Parts = Pick<
  Dependencies,
  'appSource' | 'engineSource' | 'graph' | 'keyRing' | 'clock' | 'log' | 'mediaStore'
>;

/** A request that broke off comes again after this. */
const leaseMs = 120_000;

/**
 * Carries out what Meta asked to be deleted, until nothing is due or `isStopped`: the accounts the person connected are
 * disconnected, then all that is known of them is erased. Every step may happen twice. It counts as done when the files
 * people sent are gone from the storage, too.
 */
export async function runDeletions(parts: Parts, isStopped = () => false): Promise<void> {
  const { engineSource, clock, log } = parts;
  while (!isStopped()) {
    const due = await dataDeletionRepository.claim(engineSource, { now: clock.now(), leaseMs });
    if (due === null) return;
    const accounts = await listAccountsOfOwner(engineSource, due.subjectId);
    for (const { id, workspaceId, status } of accounts) {
      if (status !== 'disconnected') await disconnectAccount(parts, { id, workspaceId });
    }
    const accountIds = accounts.map(({ id }) => id);
    await erasePerson(engineSource, { deletionId: due.id, subjectId: due.subjectId, accountIds });
    if (!(await isMediaGone(parts))) continue;
    await dataDeletionRepository.complete(engineSource, { id: due.id, now: clock.now() });
    log.info({ deletionId: due.id, accountIds }, 'The data of a person was deleted.');
  }
}

/** False when the storage does not let go of something: then the request comes again. */
async function isMediaGone({ engineSource, mediaStore, clock, log }: Parts): Promise<boolean> {
  await createMediaRetention({ dataSource: engineSource, store: mediaStore, clock, logger: log }).run();
  return (await listExpiredMedia(engineSource, { now: clock.now(), limit: 1 })).length === 0;
}
