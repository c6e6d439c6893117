import { v7 as newId } from 'uuid';
import { findCommandableRun, issueRunCommands, reopenRun, runRepository, type Tx } from '@instaflow/db';
import type { RunCommand } from '@instaflow/flow-engine';
import { conflict, unprocessable } from '@instaflow/platform';
import { found } from '../http/found';
import type { CommandedRun } from './command-run';
import { readFailure } from './read-failure';
import { readRunState } from './read-run-state';
import { refuseWhilePaused } from './refuse-command';
import { retryInVersion } from './retry-in-version';

type Order = { byUserId: string; note: string | null; now: number; version: number | null };

/**
 * Lets a failed run go on from its failed step, in a new visit and, if asked to, in another version. 422 when it did not
 * fail; 409 when the contact walks another flow, automation is paused, or it is not known yet whether a message of the
 * step went out.
 */
export async function retryRun(
  tx: Tx,
  { key, order }: { key: { id: string; workspaceId: string }; order: Order },
): Promise<CommandedRun> {
  const run = found(await runRepository.find(tx, key));
  const commandable = found(await findCommandableRun(tx, { ...key, now: order.now }));
  if (run.status !== 'failed' || run.nodeId === null) throw notFailed();
  if (commandable.pause !== null) throw refuseWhilePaused(commandable.pause);
  const failure = await readFailure(tx, run, run.nodeId);
  const { version } = order;
  const place = { retry: failure, state: readRunState(run.state), workspaceId: key.workspaceId };
  const retry = version === null ? failure : await retryInVersion(tx, { ...place, version });
  const outcome = await reopenRun(tx, run);
  if (outcome === 'not_failed') throw notFailed();
  if (outcome === 'another_run_open') {
    throw conflict({ code: outcome, message: 'This contact is in another flow now.' });
  }
  const commandId = newId();
  const { byUserId, note, now } = order;
  const command: RunCommand = { kind: 'retry', runId: run.id, standsAt: null, byUserId, note, retry };
  const commands = [{ id: commandId, contactId: run.contactId, command }];
  return { commandId, shards: await issueRunCommands(tx, { commands, now }) };
}

function notFailed() {
  return unprocessable('run_not_failed', 'Only a run that failed can be tried again.');
}
