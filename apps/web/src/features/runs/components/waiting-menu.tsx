import type { WaitingRun } from '@instaflow/contracts';
import { DropdownMenu, IconButton, MenuItem } from '@instaflow/ui';
import { EllipsisVertical } from 'lucide-react';
import { listRunCommands, type RunCommandName } from '../run-commands';
import { useRunTexts } from '../use-run-texts';

export type WaitingMenuProps = { run: WaitingRun; name: string; onAsk: (command: RunCommandName) => void };

/** What one can tell the run of someone who waits. */
export function WaitingMenu({ run, name, onAsk }: WaitingMenuProps) {
  const t = useRunTexts();
  const status = run.waitingFor === null ? 'running' : 'waiting';
  return (
    <DropdownMenu
      trigger={
        <IconButton size="sm" hasTooltip={false} label={t('waiting.menu', { name })}>
          <EllipsisVertical aria-hidden="true" />
        </IconButton>
      }
    >
      {listRunCommands({ status, waitingFor: run.waitingFor }).map((command) => (
        <MenuItem key={command} isDangerous={command === 'cancel'} onSelect={() => onAsk(command)}>
          {t(`command.${command}`)}
        </MenuItem>
      ))}
    </DropdownMenu>
  );
}
