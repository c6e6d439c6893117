import type { Run } from '@instaflow/contracts';

export type RunCommandName = 'release' | 'skip' | 'cancel' | 'retry';

/** What a run can be told, by where it stands. The server decides; this spares people buttons that would refuse. */
export function listRunCommands({
  status,
  waitingFor,
}: Pick<Run, 'status' | 'waitingFor'>): RunCommandName[] {
  if (status === 'failed') return ['retry'];
  if (status === 'running') return ['cancel'];
  if (status !== 'waiting') return [];
  return waitingFor === 'input' || waitingFor === 'timer' ? ['release', 'skip', 'cancel'] : ['cancel'];
}
