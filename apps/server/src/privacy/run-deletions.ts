import { dataDeletionRepository, erasePerson, listAccountsOfOwner } from '@instaflow/db';
import { disconnectAccount } from '../accounts/disconnect-account';
import type { Dependencies } from '../dependencies';

type Parts = Pick<Dependencies, 'appSource' | 'engineSource' | 'graph' | 'keyRing' | 'clock' | 'log'>;

/** A request that broke off comes again after this. */
const leaseMs = 120_000;

/**
 * Carries out what Meta asked to be deleted, until nothing is due or `isStopped`: the accounts the person connected are
 * disconnected, then all that is known of them is erased. Every step may happen twice.
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
    await dataDeletionRepository.complete(engineSource, { id: due.id, now: clock.now() });
    log.info({ deletionId: due.id, accountIds }, 'The data of a person was deleted.');
  }
}
