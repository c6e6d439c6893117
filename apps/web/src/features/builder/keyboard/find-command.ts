import type { Direction } from '../canvas/find-neighbour';

export type Command =
  | { name: 'walk' | 'move'; direction: Direction }
  | {
      name:
        | 'add'
        | 'addHere'
        | 'next'
        | 'previous'
        | 'edit'
        | 'rename'
        | 'connect'
        | 'relocate'
        | 'duplicate'
        | 'disable'
        | 'breakpoint'
        | 'delete'
        | 'selectAll'
        | 'undo'
        | 'redo'
        | 'find'
        | 'fit'
        | 'fitSelection'
        | 'resetZoom'
        | 'tidy'
        | 'minimap'
        | 'outline'
        | 'testPhone'
        | 'overlay'
        | 'comments'
        | 'publish'
        | 'commands'
        | 'group'
        | 'ungroup'
        | 'extract'
        | 'nextIssue'
        | 'help'
        | 'leave';
    };

export type KeyPress = {
  key: string;
  /** Place of the key on the keyboard: ⇧ 1 is another character on every layout. */
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
};

type Name = Exclude<Command['name'], 'walk' | 'move'>;

const withControl: Record<string, Name> = {
  z: 'undo',
  y: 'redo',
  d: 'duplicate',
  a: 'selectAll',
  f: 'find',
  k: 'commands',
  g: 'group',
  enter: 'publish',
};
const withControlShift: Record<string, Name> = { z: 'redo', g: 'ungroup' };
const single: Record<string, Name> = {
  a: 'add',
  '/': 'add',
  n: 'addHere',
  c: 'connect',
  d: 'disable',
  b: 'breakpoint',
  m: 'minimap',
  o: 'outline',
  p: 'testPhone',
  s: 'overlay',
  '0': 'resetZoom',
  '?': 'help',
};
const shiftedLetters: Record<string, Name> = { t: 'tidy', c: 'relocate', m: 'comments' };
const named: Record<string, Name> = {
  enter: 'edit',
  f2: 'rename',
  f8: 'nextIssue',
  delete: 'delete',
  backspace: 'delete',
  escape: 'leave',
};
const directions: Record<string, Direction> = {
  arrowleft: 'left',
  arrowright: 'right',
  arrowup: 'up',
  arrowdown: 'down',
};

/** What a key press means in the builder; null when nothing. Pure: where the focus is, is the caller's business. */
export function findCommand(
  press: KeyPress,
  { areSingleKeysOn }: { areSingleKeysOn: boolean },
): Command | null {
  const key = press.key.toLowerCase();
  const direction = directions[key];
  if (press.ctrlKey || press.metaKey) return findControlled(key, press.shiftKey);
  if (direction) return { name: press.altKey ? 'move' : 'walk', direction };
  // By its place: with Alt the key writes another character on some keyboards.
  if (press.altKey) return press.code === 'KeyX' ? { name: 'extract' } : null;
  if (key === 'tab') return { name: press.shiftKey ? 'previous' : 'next' };
  const name = named[key];
  if (name) return { name };
  if (!areSingleKeysOn) return null;
  return press.shiftKey ? toCommand(findShifted(press)) : toCommand(single[key]);
}

function findControlled(key: string, isShifted: boolean): Command | null {
  return toCommand(isShifted ? (withControlShift[key] ?? withControl[key]) : withControl[key]);
}

function findShifted({ key, code }: KeyPress): Name | undefined {
  if (code === 'Digit1') return 'fit';
  if (code === 'Digit2') return 'fitSelection';
  const shifted = shiftedLetters[key.toLowerCase()];
  if (shifted) return shifted;
  return key === '?' || key === '/' ? single[key] : undefined;
}

function toCommand(name: Name | undefined): Command | null {
  return name === undefined ? null : { name };
}
