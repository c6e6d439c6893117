import { v7 as newId } from 'uuid';
import type { endpoints, ResponseOf } from '@instaflow/contracts';
import { listCommandableRuns, type CommandableRun, type Tx } from '@instaflow/db';
import { findCommandRefusal, type RunCommand } from '@instaflow/flow-engine';
import { issue, toCommand, type CommandOrder } from './command-run';
import { readRunState } from './read-run-state';
import { versionFinder } from './version-finder';

const batchLimit = 500;

type Answer = ResponseOf<typeof endpoints.commandWaiting>;

/** Gives a command to up to 500 of those who stand at a node. Answers also the shards to be woken after the commit. */
export async function commandWaiting(
  tx: Tx,
  input: { flowId: string; workspaceId: string; nodeId: string; after: string | null; order: CommandOrder },
): Promise<{ answer: Answer; shards: number[] }> {
  const { order, ...place } = input;
  const runs = await listCommandableRuns(tx, { ...place, limit: batchLimit, now: order.now });
  const { given, refusals } = await sortOut(tx, runs, order);
  const shards = await issue(tx, given, order);
  return {
    answer: {
      count: given.length,
      refused: [...refusals].map(([reason, count]) => ({ reason, count })),
      nextCursor: runs.length < batchLimit ? null : (runs.at(-1)?.id ?? null),
    },
    shards,
  };
}

type Given = { commandId: string; run: CommandableRun; command: RunCommand };

async function sortOut(
  tx: Tx,
  runs: readonly CommandableRun[],
  order: CommandOrder,
): Promise<{ given: Given[]; refusals: ReadonlyMap<string, number> }> {
  const states = runs.map((run) => ({ run, state: readRunState(run.state) }));
  const findVersion = await versionFinder(
    tx,
    states.map(({ state }) => state.flowVersionId),
  );
  const given: Given[] = [];
  const refusals = new Map<string, number>();
  for (const { run, state } of states) {
    const command = toCommand(state, order);
    const pause = order.kind === 'cancel' ? null : run.pause;
    const refusal = findCommandRefusal(state, command, findVersion) ?? pause;
    if (refusal === null) given.push({ commandId: newId(), run, command });
    else refusals.set(refusal, (refusals.get(refusal) ?? 0) + 1);
  }
  return { given, refusals };
}
