import type { RemovedStep } from '@instaflow/contracts';

/** What becomes of people whose step the new version does not have: by step; who is not named finishes their version. */
export type RemovedFates = Readonly<Record<string, RemovedFate>>;

export type RemovedFate = { kind: 'finish' | 'end' } | { kind: 'goOn'; nodeId: string };

/** A fate as the value of an option. */
export const toOption = (fate: RemovedFate): string =>
  fate.kind === 'goOn' ? `step:${fate.nodeId}` : fate.kind;

/** The fate an option stands for. */
export function fromOption(option: string): RemovedFate {
  if (option.startsWith('step:')) return { kind: 'goOn', nodeId: option.slice('step:'.length) };
  return { kind: option === 'end' ? 'end' : 'finish' };
}

/** What the server is asked for. */
export function listRemovedSteps(fates: RemovedFates): RemovedStep[] {
  return Object.entries(fates).flatMap(([nodeId, fate]) =>
    fate.kind === 'finish' ? [] : [{ nodeId, targetNodeId: fate.kind === 'goOn' ? fate.nodeId : null }],
  );
}
