import { v7 as newId } from 'uuid';
import { listRunsAtPlaces, type CommandableRun, type StepPlace, type Tx } from '@instaflow/db';
import { findCommandRefusal, type FindVersion, type RunCommand } from '@instaflow/flow-engine';
import { issue, toCommand } from './command-run';
import { readRunState } from './read-run-state';
import { versionFinder } from './version-finder';

/** Where people leave, and where they go on in the version they are moved to; null: their walk ends. */
export type Redirect = StepPlace & { targetNodeId: string | null };

export type RedirectOrder = {
  flowId: string;
  workspaceId: string;
  targetVersionId: string;
  redirects: readonly Redirect[];
  isDryRun: boolean;
  byUserId: string;
  limit: number;
  now: number;
};

export type Redirected = {
  moved: number;
  ended: number;
  /** Who could still be, besides those that are refused now. */
  remaining: number;
  refusals: ReadonlyMap<string, number>;
  /** To be woken after the commit. */
  shards: number[];
};

/**
 * Has people who stand at steps go on at another one of a version, or leave the flow: as commands that their next turns
 * decide and trace. Whoever has a command already is left to it.
 */
export async function redirectPeople(tx: Tx, order: RedirectOrder): Promise<Redirected> {
  const { runs, total } = await listRunsAtPlaces(tx, { ...order, places: order.redirects });
  if (order.isDryRun) return { moved: 0, ended: 0, remaining: total, refusals: new Map(), shards: [] };
  const { given, refusals } = await sortOut(tx, runs, order);
  const shards: number[] = [];
  for (const kind of ['move', 'cancel'] as const) {
    const commands = given.filter(({ command }) => command.kind === kind);
    const { byUserId, now } = order;
    if (commands.length > 0) shards.push(...(await issue(tx, commands, { kind, byUserId, note: null, now })));
  }
  const moved = given.filter(({ command }) => command.kind === 'move').length;
  return { moved, ended: given.length - moved, remaining: total - runs.length, refusals, shards };
}

type Given = { commandId: string; run: CommandableRun; command: RunCommand };

async function sortOut(
  tx: Tx,
  runs: readonly CommandableRun[],
  order: RedirectOrder,
): Promise<{ given: Given[]; refusals: Map<string, number> }> {
  const findVersion = await versionFinder(tx, [order.targetVersionId]);
  const given: Given[] = [];
  const refusals = new Map<string, number>();
  for (const run of runs) {
    const sorted = commandFor(run, order, findVersion);
    if (typeof sorted === 'string') refusals.set(sorted, (refusals.get(sorted) ?? 0) + 1);
    else given.push({ commandId: newId(), run, command: sorted });
  }
  return { given, refusals };
}

/** The command for a run, or why it cannot be given one now. */
function commandFor(
  run: CommandableRun,
  { redirects, targetVersionId, byUserId, now }: RedirectOrder,
  findVersion: FindVersion,
): RunCommand | string {
  const state = readRunState(run.state);
  const redirect = redirects.find(
    (place) => place.versionId === state.flowVersionId && place.nodeId === state.nodeId,
  );
  if (!redirect) return 'run_moved_on';
  const { targetNodeId } = redirect;
  const { nodeId, stepCount } = state;
  const order = { byUserId, note: null, now };
  if (targetNodeId === null) {
    // Whoever goes on meanwhile to a step that is still there is not ended for the one that is gone.
    return { ...toCommand(state, { ...order, kind: 'cancel' }), standsAt: { nodeId, stepCount } };
  }
  const move = { nodeId: targetNodeId, flowVersionId: targetVersionId };
  const command: RunCommand = { ...toCommand(state, { ...order, kind: 'move' }), move };
  return findCommandRefusal(state, command, findVersion) ?? run.pause ?? command;
}
