import type { Run } from '@instaflow/contracts';
import { useState } from 'react';
import { useRunTexts } from '../use-run-texts';
import { RunActions } from './run-actions';
import { RunOnCanvas } from './run-on-canvas';
import { RunSteps } from './run-steps';
import { RunSummary } from './run-summary';

export type RunItemProps = { run: Run };

/** One run of a contact: its state, what one can do with it, and its steps when asked for. */
export function RunItem({ run }: RunItemProps) {
  const t = useRunTexts();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <li className="flex flex-col gap-2 rounded-md border border-line p-3">
      <RunSummary run={run} />
      <div className="flex flex-wrap gap-2">
        <RunActions run={run} />
        <RunOnCanvas run={run} />
      </div>
      <details open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
        <summary className="w-fit rounded-sm text-sm font-medium touch:py-2">{t('runs.details')}</summary>
        {isOpen && (
          <div className="pt-2">
            <RunSteps runId={run.runId} />
          </div>
        )}
      </details>
    </li>
  );
}
