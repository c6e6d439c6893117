import { useEffect } from 'react';
import { areLaterPartsHere } from '../lazy-parts';
import type { BuilderStore } from '../state/builder-store';
import { findCommand, type Command } from './find-command';
import { runCommand } from './run-command';
import { areSingleKeysOn } from './single-keys';
import { useCommandContext } from './use-command-context';

const typing =
  'input, textarea, select, [contenteditable], [role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';
const dialogs = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';
/** What is asked for from a text field as well: no text has these keys. */
const forEverywhere = new Set<Command['name']>(['commands', 'nextIssue', 'publish']);
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

/** The keys of the builder. None of them while someone types or a dialog is open or about to. */
export function useBuilderKeys(): void {
  const context = useCommandContext();

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { target } = event;
      if (event.defaultPrevented || event.isComposing || !(target instanceof Element)) return;
      const command = findCommand(event, { areSingleKeysOn: areSingleKeysOn() });
      if (!command || !isMeant(command, target) || isDialogComing(context.session.store)) return;
      if (command.name !== 'leave') selectFocused(context.session.store, target);
      if (runCommand(command, context)) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
    };
  }, [context]);
}

/** A dialog was asked for whose code is still on its way: what is typed meanwhile is meant for it. */
function isDialogComing(store: BuilderStore): boolean {
  const { dialog, addMenu, stepMenu, connectFromNodeId } = store.getState();
  return (
    !areLaterPartsHere() && [dialog, addMenu, stepMenu, connectFromNodeId].some((asked) => asked !== null)
  );
}

/** With nothing selected, keys act on the step that has the focus, on the canvas or in the outline. */
function selectFocused(store: BuilderStore, target: Element): void {
  const { definition, selectedNodeIds, selectNodes } = store.getState();
  if (selectedNodeIds.size > 0 || !target.matches('.react-flow__node, [data-outline-step]')) return;
  const focusedId = target.getAttribute('data-outline-step') ?? target.getAttribute('data-id');
  const focused = definition.nodes.find(({ id }) => id === focusedId);
  if (focused) selectNodes([focused.id]);
}

/** Whether a key at this place is for the builder, and not for a text, a dialog or a button. */
function isMeant({ name }: Command, target: Element): boolean {
  if (target.closest(forEverywhere.has(name) ? dialogs : typing)) return false;
  if (forControls.has(name) && target.closest('button, a')) return false;
  if (!forCanvas.has(name)) return true;
  const canvas = document.querySelector('.builder-canvas');
  // Around it as well: after a click on the bare canvas the focus is on whatever holds all of the page.
  return canvas !== null && (canvas.contains(target) || target.contains(canvas));
}
