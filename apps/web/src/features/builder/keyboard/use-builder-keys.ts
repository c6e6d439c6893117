import { useEffect } from 'react';
import { useBuilderSession } from '../state/builder-context';
import { useTidy } from '../use-tidy';
import { findCommand, type Command } from './find-command';
import { runCommand } from './run-command';
import { areSingleKeysOn } from './single-keys';

const typing =
  'input, textarea, select, [contenteditable], [role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';
/** Keys that mean something else to a button or a link. */
const forControls = new Set<Command['name']>(['edit', 'walk', 'next', 'previous']);
/** Keys that only make sense while the focus is on the canvas. */
const forCanvas = new Set<Command['name']>([
  'edit',
  'walk',
  'move',
  'next',
  'previous',
  'delete',
  'selectAll',
]);

/** The keys of the builder. None of them while someone types or a dialog is open. */
export function useBuilderKeys(): void {
  const session = useBuilderSession();
  const tidy = useTidy();

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { target } = event;
      if (event.defaultPrevented || event.isComposing || !(target instanceof Element)) return;
      if (target.closest(typing)) return;
      const command = findCommand(event, { areSingleKeysOn: areSingleKeysOn() });
      if (!command) return;
      const isOnCanvas = target === document.body || target.closest('.builder-canvas') !== null;
      if (forCanvas.has(command.name) && !isOnCanvas) return;
      if (forControls.has(command.name) && target.closest('button, a')) return;
      if (runCommand(command, { session, tidy })) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
    };
  }, [session, tidy]);
}
