import { Button } from '@instaflow/ui';
import { useRunTexts } from '../use-run-texts';
import type { BulkCommandName } from './bulk-dialog';

export type BulkActionsProps = { onAsk: (command: BulkCommandName) => void };

const commands: readonly BulkCommandName[] = ['release', 'skip', 'cancel'];

/** What one can tell everyone who stands at a step. */
export function BulkActions({ onAsk }: BulkActionsProps) {
  const t = useRunTexts();
  return (
    <div className="mb-4 flex flex-wrap gap-2">
      {commands.map((command) => (
        <Button
          key={command}
          size="sm"
          variant={command === 'cancel' ? 'dangerGhost' : undefined}
          onClick={() => onAsk(command)}
        >
          {t(`waiting.all.${command}`)}
        </Button>
      ))}
    </div>
  );
}
