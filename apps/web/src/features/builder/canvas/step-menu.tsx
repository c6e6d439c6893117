import { canBeDisabled } from '@instaflow/flow-model';
import { DropdownMenu, Kbd, MenuItem, MenuSeparator } from '@instaflow/ui';
import {
  CopyPlus,
  MessageSquare,
  OctagonPause,
  PenLine,
  Power,
  Trash2,
  Workflow,
  type LucideIcon,
} from 'lucide-react';
import { useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { areDisabled } from '../actions/toggle-disabled';
import { runCommand } from '../keyboard/run-command';
import { useCommandContext } from '../keyboard/use-command-context';
import { useBuilder, useBuilderStore } from '../state/builder-context';
import type { Position } from './position';
import '../texts/edit-texts';
import { useTexts } from '../texts/use-texts';

/** What can be done with the selected steps, where the pointer or the button of a step is. */
export function StepMenu() {
  const anchor = useBuilder(({ stepMenu }) => stepMenu);
  return anchor && <OpenMenu anchor={anchor} />;
}

type Name = 'edit' | 'comments' | 'disable' | 'breakpoint' | 'duplicate' | 'extract' | 'delete';
const icons: Record<Name, LucideIcon> = {
  edit: PenLine,
  comments: MessageSquare,
  disable: Power,
  breakpoint: OctagonPause,
  duplicate: CopyPlus,
  extract: Workflow,
  delete: Trash2,
};
const keys: Record<Name, string> = {
  edit: 'Enter',
  comments: '⇧ M',
  disable: 'D',
  breakpoint: 'B',
  duplicate: 'Ctrl D',
  extract: 'Alt X',
  delete: 'Delete',
};

function OpenMenu({ anchor }: { anchor: Position }) {
  const t = useTexts();
  const store = useBuilderStore();
  const context = useCommandContext();
  const { canEdit, canDisable, canBreak, ...chosen } = useChosen();
  const [opener] = useState(() => document.activeElement);
  const close = () => {
    store.getState().setStepMenu(null);
    // The point the menu hangs on takes no focus.
    if (opener instanceof HTMLElement)
      requestAnimationFrame(() => {
        if (document.activeElement === document.body) opener.focus({ preventScroll: true });
      });
  };
  const item = (name: Name, label: string) => {
    const Icon = icons[name];
    return (
      <MenuItem
        isDangerous={name === 'delete'}
        onSelect={() => {
          close();
          runCommand({ name }, context);
        }}
      >
        <Icon aria-hidden="true" />
        <span className="min-w-0 flex-1">{label}</span>
        <Kbd>{keys[name]}</Kbd>
      </MenuItem>
    );
  };
  return (
    <DropdownMenu
      isOpen
      onOpenChange={close}
      align="start"
      trigger={<span aria-hidden="true" className="fixed" style={{ left: anchor.x, top: anchor.y }} />}
    >
      {chosen.count === 1 && item('edit', t('step.edit'))}
      {chosen.count === 1 && item('comments', t('commands.names.comments'))}
      {canDisable && item('disable', t(chosen.isOff ? 'step.enable' : 'step.disable'))}
      {canBreak && item('breakpoint', t(chosen.isBroken ? 'step.removeBreakpoint' : 'step.setBreakpoint'))}
      {canEdit && (
        <>
          <MenuSeparator />
          {item('duplicate', t('step.duplicate'))}
          {item('extract', t('step.extract'))}
          {item('delete', t('step.delete'))}
        </>
      )}
    </DropdownMenu>
  );
}

/** What the selection is and allows. */
function useChosen() {
  return useBuilder(
    useShallow(({ definition, selectedNodeIds, breakpointIds, isReadOnly }) => {
      const nodes = definition.nodes.filter(({ id }) => selectedNodeIds.has(id));
      const steps = nodes.filter(({ type }) => type !== 'note');
      const switchable = nodes.filter(canBeDisabled);
      return {
        count: nodes.length,
        isOff: areDisabled(switchable),
        isBroken: steps.length > 0 && steps.every(({ id }) => breakpointIds.has(id)),
        canDisable: !isReadOnly && switchable.length > 0,
        canBreak: steps.length > 0,
        canEdit: !isReadOnly && nodes.some(({ type }) => type !== 'start'),
      };
    }),
  );
}
