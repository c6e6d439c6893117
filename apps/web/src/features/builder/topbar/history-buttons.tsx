import { IconButton } from '@instaflow/ui';
import { Redo2, Undo2 } from 'lucide-react';
import { useBuilder, useBuilderStore } from '../state/builder-context';
import { formatEdit } from '../texts/format-edit';
import { useTexts } from '../texts/use-texts';

/** Undo and redo, each saying what it would undo or redo. */
export function HistoryButtons() {
  const t = useTexts();
  const store = useBuilderStore();
  const toUndo = useBuilder(({ history }) => history.past.at(-1)?.label);
  const toRedo = useBuilder(({ history }) => history.future.at(-1)?.label);
  return (
    <>
      <IconButton
        size="sm"
        disabled={!toUndo}
        label={toUndo ? t('bar.undoWhat', { what: formatEdit(t, toUndo) }) : t('bar.undo')}
        onClick={() => {
          store.getState().undo();
        }}
      >
        <Undo2 aria-hidden="true" />
      </IconButton>
      <IconButton
        size="sm"
        disabled={!toRedo}
        label={toRedo ? t('bar.redoWhat', { what: formatEdit(t, toRedo) }) : t('bar.redo')}
        onClick={() => {
          store.getState().redo();
        }}
      >
        <Redo2 aria-hidden="true" />
      </IconButton>
    </>
  );
}
