import type { FlowConflict } from '@instaflow/flow-model';
import { Button, Dialog, Notice } from '@instaflow/ui';
import { useMemo, useState } from 'react';
import { useErrorText } from '../../../shared/components/use-error-text';
import { countUnsaved } from '../autosave/autosave-machine';
import { useBuilder, useBuilderSession } from '../state/builder-context';
import '../texts/edit-texts';
import { useTexts } from '../texts/use-texts';
import { ConflictChoice } from './conflict-choice';
import type { ChosenSide } from './draft-merger';
import { useOtherWaysOut } from './use-other-ways-out';

/** Two people changed the same: both versions side by side, and nothing is overwritten until this one has chosen. */
export function ConflictDialog({
  name,
  isOpen,
  onClose,
}: {
  name: string;
  isOpen: boolean;
  onClose: () => void;
}) {
  const t = useTexts();
  const { listConflicts } = useBuilderSession();
  const theirDraft = useBuilder((state) => state.theirDraft);
  const conflicts = useMemo(
    () => (isOpen && theirDraft ? (listConflicts() ?? []) : []),
    [isOpen, theirDraft, listConflicts],
  );
  return (
    <Dialog
      size="xl"
      isOpen={isOpen}
      title={t('conflict.title')}
      description={t('conflict.description', { count: conflicts.length })}
      closeLabel={t('conflict.later')}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
    >
      <ConflictForm conflicts={conflicts} onDone={onClose} />
      <OtherWaysOut name={name} onDone={onClose} />
    </Dialog>
  );
}

function ConflictForm({ conflicts, onDone }: { conflicts: FlowConflict[]; onDone: () => void }) {
  const t = useTexts();
  const { settleConflicts } = useBuilderSession();
  const [chosen, setChosen] = useState<Readonly<Record<number, ChosenSide>>>({});
  const chooseAll = (side: ChosenSide) => () => {
    setChosen(Object.fromEntries(conflicts.map((_conflict, index) => [index, side])));
  };
  const sides = conflicts.flatMap((_conflict, index) => chosen[index] ?? []);
  const open = conflicts.length - sides.length;
  return (
    <form
      className="flex flex-col gap-3 pb-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (open > 0) return;
        settleConflicts(sides);
        onDone();
      }}
    >
      {conflicts.length > 1 && (
        <div className="flex gap-2">
          <Button size="sm" onClick={chooseAll('mine')}>
            {t('conflict.allMine')}
          </Button>
          <Button size="sm" onClick={chooseAll('theirs')}>
            {t('conflict.allTheirs')}
          </Button>
        </div>
      )}
      {conflicts.map((conflict, index) => (
        <ConflictChoice
          key={`${conflict.nodeId ?? ''}/${conflict.path.join('/')}`}
          conflict={conflict}
          chosen={chosen[index] ?? null}
          onChoose={(side) => {
            setChosen({ ...chosen, [index]: side });
          }}
        />
      ))}
      <div className="flex flex-wrap items-center justify-end gap-3">
        <span role="status" className="text-sm text-ink-muted">
          {open > 0 ? t('conflict.undecided', { count: open }) : ''}
        </span>
        <Button type="submit" variant="primary" disabled={open > 0}>
          {t('conflict.apply')}
        </Button>
      </div>
    </form>
  );
}

/** For whoever does not want to decide place by place. */
function OtherWaysOut({ name, onDone }: { name: string; onDone: () => void }) {
  const t = useTexts();
  const errorText = useErrorText();
  const count = useBuilder((state) => countUnsaved(state.autosave));
  const { reload, copy, keepMine } = useOtherWaysOut({ name, onDone });
  const error = reload.error ?? copy.error;
  return (
    <section aria-label={t('conflict.other')} className="grid gap-3 border-t border-line py-4 sm:grid-cols-2">
      <div className="flex flex-col items-start gap-2">
        <p className="text-sm text-ink-muted">{t('conflict.copyHint')}</p>
        <Button size="sm" isBusy={copy.isPending} onClick={keepMine}>
          {t('conflict.copy')}
        </Button>
      </div>
      <div className="flex flex-col items-start gap-2">
        <p className="text-sm text-ink-muted">{t('conflict.reloadHint', { count })}</p>
        <Button
          size="sm"
          isBusy={reload.isPending}
          onClick={() => {
            reload.mutate();
          }}
        >
          {t('conflict.reload')}
        </Button>
      </div>
      {error && (
        <Notice tone="danger" role="alert" className="sm:col-span-2">
          {t('conflict.failed', { reason: errorText(error) })}
        </Notice>
      )}
    </section>
  );
}
