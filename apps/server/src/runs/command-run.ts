import { v7 as newId } from 'uuid';
import {
  findCommandableRun,
  issueRunCommands,
  stopSendingOfRuns,
  type CommandableRun,
  type Tx,
} from '@instaflow/db';
import { findCommandRefusal, type RunCommand, type RunState } from '@instaflow/flow-engine';
import { found } from '../http/found';
import { readRunState } from './read-run-state';
import { refuseCommand, refuseWhilePaused } from './refuse-command';
import { versionFinder } from './version-finder';

export type BulkCommandKind = 'release' | 'skip' | 'cancel';

/** What is done by whom and why, at `now` (epoch milliseconds). */
export type CommandOrder = {
  kind: BulkCommandKind | 'move';
  byUserId: string;
  note: string | null;
  now: number;
};

export type CommandedRun = { commandId: string; shards: number[] };

/**
 * Gives a run a command, which its contact's next turn decides. 409 when the run has ended or automation is paused,
 * 422 when its step has no such way on. Answers the shards to be woken after the commit.
 */
export async function commandRun(
  tx: Tx,
  { key, order }: { key: { id: string; workspaceId: string }; order: CommandOrder },
): Promise<CommandedRun> {
  const run = found(await findCommandableRun(tx, { ...key, now: order.now }));
  const state = readRunState(run.state);
  const command = toCommand(state, order);
  const refusal = findCommandRefusal(state, command, await versionFinder(tx, [state.flowVersionId]));
  if (refusal !== null) throw refuseCommand(refusal);
  if (run.pause !== null && order.kind !== 'cancel') throw refuseWhilePaused(run.pause);
  const commandId = newId();
  const shards = await issue(tx, [{ commandId, run, command }], order);
  return { commandId, shards };
}

/** The command for a run as it stands. What is cancelled ends wherever it has come to meanwhile. */
export function toCommand(state: RunState, { kind, byUserId, note }: CommandOrder): RunCommand {
  const { runId, nodeId, stepCount } = state;
  const standsAt = kind === 'cancel' ? null : { nodeId, stepCount };
  return { kind, runId, standsAt, byUserId, note };
}

/** Stores commands; what is to be cancelled stops sending at once. */
export async function issue(
  tx: Tx,
  given: readonly { commandId: string; run: CommandableRun; command: RunCommand }[],
  { kind, now }: CommandOrder,
): Promise<number[]> {
  const runs = given.map(({ run }) => run);
  if (kind === 'cancel') await stopSendingOfRuns(tx, { runs, now });
  const commands = given.map(({ commandId, run, command }) => ({
    id: commandId,
    contactId: run.contactId,
    command,
  }));
  return issueRunCommands(tx, { commands, now });
}
