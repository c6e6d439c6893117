import type { WorkspaceRole } from '@instaflow/contracts';

export type Ability = 'readAnything' | 'answerPeople' | 'editFlows' | 'manageAccounts';

const abilities: Record<WorkspaceRole, readonly Ability[]> = {
  owner: ['readAnything', 'answerPeople', 'editFlows', 'manageAccounts'],
  admin: ['readAnything', 'answerPeople', 'editFlows', 'manageAccounts'],
  editor: ['readAnything', 'answerPeople', 'editFlows'],
  agent: ['answerPeople'],
  viewer: ['readAnything'],
};

/** Whether a role may do something. The server decides; this only spares people buttons that would refuse. */
export const canDo = (role: WorkspaceRole, ability: Ability): boolean => abilities[role].includes(ability);
