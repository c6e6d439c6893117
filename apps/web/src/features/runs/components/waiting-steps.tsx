import { cx } from '@instaflow/ui';
import { useFormat } from '../../../shared/format/use-format';
import { useRunTexts } from '../use-run-texts';

export type WaitingStep = { nodeId: string; name: string; count: number };

export type WaitingStepsProps = {
  steps: readonly WaitingStep[];
  /** The step looked at; an empty string is all of them. */
  chosen: string;
  onChoose: (nodeId: string) => void;
};

/** How many stand at each step; choosing one shows only those. */
export function WaitingSteps({ steps, chosen, onChoose }: WaitingStepsProps) {
  const t = useRunTexts();
  const format = useFormat();
  const total = steps.reduce((sum, { count }) => sum + count, 0);
  const all = [{ nodeId: '', name: t('waiting.everyone'), count: total }, ...steps];
  return (
    <div role="group" aria-label={t('waiting.steps')} className="mb-4 flex flex-wrap gap-2">
      {all.map(({ nodeId, name, count }) => (
        <button
          key={nodeId}
          type="button"
          aria-pressed={chosen === nodeId}
          onClick={() => onChoose(nodeId)}
          className={cx(
            'flex max-w-full items-center gap-2 rounded-full border px-3 py-1.5 text-left text-sm font-medium touch:min-h-10',
            chosen === nodeId
              ? 'border-accent bg-accent-soft text-accent-text'
              : 'border-line bg-surface text-ink hover:bg-hover',
          )}
        >
          <span className="min-w-0 break-words">{name}</span>
          <span className="tabular-nums">{format.number(count)}</span>
        </button>
      ))}
    </div>
  );
}
