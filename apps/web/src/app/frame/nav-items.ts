import { ChartNoAxesColumn, Inbox, Settings, UsersRound, Workflow, Zap, type LucideIcon } from 'lucide-react';
import type { Ability } from '../../shared/account/can-do';

export type NavItem = {
  name: 'overview' | 'inbox' | 'flows' | 'triggers' | 'contacts' | 'settings';
  path: string;
  icon: LucideIcon;
  /** Any one of these abilities shows it. */
  abilities: readonly Ability[];
};

/** The pages of an account, in order. The first four also stand in the bar of phones. */
export const navItems: readonly NavItem[] = [
  { name: 'overview', path: '', icon: ChartNoAxesColumn, abilities: ['readAnything'] },
  { name: 'inbox', path: 'inbox', icon: Inbox, abilities: ['readAnything', 'answerPeople'] },
  { name: 'flows', path: 'flows', icon: Workflow, abilities: ['readAnything'] },
  { name: 'contacts', path: 'contacts', icon: UsersRound, abilities: ['readAnything', 'answerPeople'] },
  { name: 'triggers', path: 'triggers', icon: Zap, abilities: ['readAnything'] },
  { name: 'settings', path: 'settings', icon: Settings, abilities: ['readAnything'] },
];
