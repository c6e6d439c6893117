import { findCommand, type KeyPress } from './find-command';

const press = (keys: Partial<KeyPress>): KeyPress => ({
  key: '',
  code: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...keys,
});
const find = (keys: Partial<KeyPress>, areSingleKeysOn = true) =>
  findCommand(press(keys), { areSingleKeysOn });

describe('findCommand', () => {
  it.each([
    [{ key: 'z', ctrlKey: true }, 'undo'],
    [{ key: 'Z', metaKey: true, shiftKey: true }, 'redo'],
    [{ key: 'y', ctrlKey: true }, 'redo'],
    [{ key: 'k', metaKey: true }, 'commands'],
    [{ key: 'g', ctrlKey: true }, 'group'],
    [{ key: 'G', ctrlKey: true, shiftKey: true }, 'ungroup'],
    [{ key: 'F8' }, 'nextIssue'],
    [{ key: 'Enter' }, 'edit'],
    [{ key: 'Enter', ctrlKey: true }, 'publish'],
    [{ key: '!', code: 'Digit1', shiftKey: true }, 'fit'],
    [{ key: 'T', shiftKey: true }, 'tidy'],
    [{ key: '?', shiftKey: true }, 'help'],
    [{ key: 'a' }, 'add'],
    [{ key: 's' }, 'overlay'],
    [{ key: 'M', shiftKey: true }, 'comments'],
    [{ key: 'd' }, 'disable'],
    [{ key: 'b' }, 'breakpoint'],
    [{ key: '≈', code: 'KeyX', altKey: true }, 'extract'],
    [{ key: 'Tab', shiftKey: true }, 'previous'],
  ])('%j means %s', (keys, name) => {
    expect(find(keys)).toMatchObject({ name });
  });

  it('walks with the arrows and moves with Alt and the arrows', () => {
    expect(find({ key: 'ArrowLeft' })).toEqual({ name: 'walk', direction: 'left' });
    expect(find({ key: 'ArrowUp', altKey: true })).toEqual({ name: 'move', direction: 'up' });
  });

  it('knows no single letters once they are turned off, but still all the others', () => {
    expect(find({ key: 'a' }, false)).toBeNull();
    expect(find({ key: '?', shiftKey: true }, false)).toBeNull();
    expect(find({ key: 'Delete' }, false)).toEqual({ name: 'delete' });
    expect(find({ key: 'd', ctrlKey: true }, false)).toEqual({ name: 'duplicate' });
  });

  it('leaves other combinations to the browser', () => {
    expect(find({ key: 'r', ctrlKey: true })).toBeNull();
    expect(find({ key: 'c', ctrlKey: true })).toBeNull();
    expect(find({ key: 'd', altKey: true })).toBeNull();
  });
});
