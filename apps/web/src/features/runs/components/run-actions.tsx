import type { Run } from '@instaflow/contracts';
import { Button } from '@instaflow/ui';
import { useState } from 'react';
import { useAccess } from '../../../shared/account/use-access';
import { listRunCommands, type RunCommandName } from '../run-commands';
import { useRunTexts } from '../use-run-texts';
import { RunCommandDialog } from './run-command-dialog';

export type RunActionsProps = { run: Run };

/** What one can tell a run, for those who may. */
export function RunActions({ run }: RunActionsProps) {
  const t = useRunTexts();
  const { can } = useAccess();
  const [asked, setAsked] = useState<RunCommandName | null>(null);
  const commands = can('editFlows') ? listRunCommands(run) : [];
  if (commands.length === 0 && asked === null) return null;
  const { runId, contactId, standsAt } = run;
  return (
    <div className="flex flex-wrap gap-2">
      {commands.map((command) => (
        <Button
          key={command}
          size="sm"
          variant={command === 'cancel' ? 'dangerGhost' : undefined}
          onClick={() => setAsked(command)}
        >
          {t(`command.${command}`)}
        </Button>
      ))}
      {asked !== null && (
        <RunCommandDialog
          run={{ runId, contactId, flowId: standsAt.flowId ?? run.flowId, version: standsAt.version }}
          command={asked}
          onClose={() => setAsked(null)}
        />
      )}
    </div>
  );
}
