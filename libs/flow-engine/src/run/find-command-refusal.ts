import type { Connection, FlowNode } from '@instaflow/flow-model';
import type { FindVersion } from '../flow-source';
import type { RunCommand } from '../run-command';
import type { RunState } from '../run-state';
import { isEnded } from './run-transitions';

export type CommandRefusal =
  | 'run_has_ended'
  | 'run_moved_on'
  | 'waiting_for_first_answer'
  | 'waiting_for_effect'
  | 'not_waiting'
  | 'no_timeout_connection'
  | 'no_connection'
  | 'nothing_to_retry'
  | 'step_missing';

/** Why a run cannot do what a person asks of it; null when it can. Whether automation is paused is not asked here. */
export function findCommandRefusal(
  run: RunState | null,
  command: RunCommand,
  findVersion: FindVersion,
): CommandRefusal | null {
  if (!run || run.runId !== command.runId || isEnded(run)) return 'run_has_ended';
  if (hasMovedOn(run, command)) return 'run_moved_on';
  switch (command.kind) {
    case 'cancel':
      return null;
    case 'retry':
      return command.retry && run.waitingFor === null ? null : 'nothing_to_retry';
    case 'release':
      return findReleaseRefusal(run, findVersion);
    case 'skip':
      return findSkipRefusal(run, findVersion);
    case 'move':
      return findMoveRefusal(run, command, findVersion);
  }
}

function hasMovedOn({ nodeId, stepCount }: RunState, { standsAt }: RunCommand): boolean {
  return standsAt !== null && (standsAt.nodeId !== nodeId || standsAt.stepCount !== stepCount);
}

/** Where a skipped node leads: `else`, else the default connection. */
export function pickWayOn({ connections }: FlowNode): Connection | null {
  return (
    connections.find(({ condition }) => condition?.type === 'else') ??
    connections.find(({ condition }) => condition === null) ??
    null
  );
}

/** The node a run stands at; null when its version no longer has it. */
export function findStandingNode(run: RunState, findVersion: FindVersion): FlowNode | null {
  return findVersion(run.flowVersionId)?.definition.nodes.find(({ id }) => id === run.nodeId) ?? null;
}

function findReleaseRefusal(run: RunState, findVersion: FindVersion): CommandRefusal | null {
  switch (run.waitingFor?.kind) {
    case 'timer':
      return null;
    case 'input': {
      const node = findStandingNode(run, findVersion);
      const hasTimeout = node?.connections.some(({ condition }) => condition?.type === 'timeout');
      return hasTimeout ? null : 'no_timeout_connection';
    }
    case 'opening':
      return 'waiting_for_first_answer';
    case 'effect':
      return 'waiting_for_effect';
    case undefined:
      return 'not_waiting';
  }
}

function findSkipRefusal(run: RunState, findVersion: FindVersion): CommandRefusal | null {
  // Instagram takes nothing after a private reply before the person answers it.
  if (run.waitingFor?.kind === 'opening') return 'waiting_for_first_answer';
  if (run.waitingFor === null) return 'not_waiting';
  const node = findStandingNode(run, findVersion);
  return node && pickWayOn(node) ? null : 'no_connection';
}

function findMoveRefusal(
  { waitingFor }: RunState,
  { move }: RunCommand,
  findVersion: FindVersion,
): CommandRefusal | null {
  if (waitingFor?.kind === 'opening') return 'waiting_for_first_answer';
  if (waitingFor === null) return 'not_waiting';
  const nodes = move ? findVersion(move.flowVersionId)?.definition.nodes : undefined;
  return nodes?.some(({ id }) => id === move?.nodeId) ? null : 'step_missing';
}
