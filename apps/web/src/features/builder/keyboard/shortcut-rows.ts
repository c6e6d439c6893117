import type catalogue from '../locales/en.json';

/** The list of shortcuts as it is shown; what the keys do is in `find-command.ts`. */
export const shortcutRows: { name: keyof typeof catalogue.shortcuts; keys: string[] }[] = [
  { name: 'add', keys: ['A', '/'] },
  { name: 'addHere', keys: ['N'] },
  { name: 'next', keys: ['Tab', '⇧ Tab'] },
  { name: 'walk', keys: ['←', '→', '↑', '↓'] },
  { name: 'edit', keys: ['Enter'] },
  { name: 'rename', keys: ['F2'] },
  { name: 'connect', keys: ['C'] },
  { name: 'move', keys: ['Alt ←↑↓→'] },
  { name: 'copy', keys: ['Ctrl C', 'X', 'V'] },
  { name: 'duplicate', keys: ['Ctrl D'] },
  { name: 'delete', keys: ['Delete'] },
  { name: 'selectAll', keys: ['Ctrl A'] },
  { name: 'undo', keys: ['Ctrl Z', 'Ctrl ⇧ Z'] },
  { name: 'find', keys: ['Ctrl F'] },
  { name: 'fit', keys: ['⇧ 1'] },
  { name: 'fitSelection', keys: ['⇧ 2'] },
  { name: 'zoom', keys: ['0'] },
  { name: 'tidy', keys: ['⇧ T'] },
  { name: 'minimap', keys: ['M'] },
  { name: 'outline', keys: ['O'] },
  { name: 'testPhone', keys: ['P'] },
  { name: 'publish', keys: ['Ctrl Enter'] },
  { name: 'leave', keys: ['Esc'] },
  { name: 'help', keys: ['?'] },
];
