import type { Command } from '../keyboard/find-command';
import type { BuilderState } from '../state/builder-store';
import { selectOnlyNodeId } from '../state/selection-slice';

type Name = Exclude<
  Command['name'],
  'walk' | 'move' | 'next' | 'previous' | 'leave' | 'addHere' | 'commands'
>;
export type CommandEntry = { name: Name; keys: string };

const always: CommandEntry[] = [
  { name: 'find', keys: 'Ctrl F' },
  { name: 'nextIssue', keys: 'F8' },
  { name: 'testPhone', keys: 'P' },
  { name: 'overlay', keys: 'S' },
  { name: 'comments', keys: '⇧ M' },
  { name: 'outline', keys: 'O' },
  { name: 'fit', keys: '⇧ 1' },
  { name: 'resetZoom', keys: '0' },
  { name: 'minimap', keys: 'M' },
  { name: 'selectAll', keys: 'Ctrl A' },
  { name: 'help', keys: '?' },
];
const forEditors: CommandEntry[] = [
  { name: 'add', keys: 'A' },
  { name: 'undo', keys: 'Ctrl Z' },
  { name: 'redo', keys: 'Ctrl ⇧ Z' },
  { name: 'tidy', keys: '⇧ T' },
  { name: 'publish', keys: 'Ctrl Enter' },
];
const forOne: CommandEntry[] = [{ name: 'edit', keys: 'Enter' }];
const forOneToEdit: CommandEntry[] = [
  { name: 'rename', keys: 'F2' },
  { name: 'connect', keys: 'C' },
  { name: 'relocate', keys: '⇧ C' },
];
const forAnySelection: CommandEntry[] = [
  { name: 'fitSelection', keys: '⇧ 2' },
  { name: 'breakpoint', keys: 'B' },
];
const forSelection: CommandEntry[] = [
  { name: 'duplicate', keys: 'Ctrl D' },
  { name: 'disable', keys: 'D' },
  { name: 'delete', keys: 'Delete' },
  { name: 'group', keys: 'Ctrl G' },
  { name: 'ungroup', keys: 'Ctrl ⇧ G' },
  { name: 'extract', keys: 'Alt X' },
];

/** The commands that make sense now: what nothing is selected for, or nobody may do, is not offered. */
export function listCommandEntries(state: BuilderState): CommandEntry[] {
  const { isReadOnly, selectedNodeIds } = state;
  const isOne = selectOnlyNodeId(state) !== null;
  return [
    ...(isReadOnly ? [] : forEditors),
    ...(isOne ? forOne : []),
    ...(isOne && !isReadOnly ? forOneToEdit : []),
    ...(selectedNodeIds.size > 0 ? forAnySelection : []),
    ...(selectedNodeIds.size > 0 && !isReadOnly ? forSelection : []),
    ...always,
  ];
}
