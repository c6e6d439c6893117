import { applyOperation } from '@instaflow/flow-model';
import { toast } from '@instaflow/ui';
import { useCallback, useEffect, useState } from 'react';
import type { WriteAheadEntry } from './autosave/write-ahead';
import { useBuilderSession } from './state/builder-context';
import { useTexts } from './texts/use-texts';
import './texts/edit-texts';

/**
 * Brings back edits an earlier visit could not save: at once when they fit the draft as it is, after a question when
 * the draft has moved on.
 */
export function useLeftover() {
  const t = useTexts();
  const { store, autosave, takeLeftover } = useBuilderSession();
  const [asked, setAsked] = useState<WriteAheadEntry | null>(null);

  const apply = useCallback(
    ({ operations }: WriteAheadEntry) => {
      const { definition, commit } = store.getState();
      let current = definition;
      const fitting = operations.filter((operation) => {
        const applied = applyOperation(current, operation);
        if (applied.ok) current = applied.definition;
        return applied.ok;
      });
      commit({ label: { key: 'restoreEdits' }, operations: fitting });
      const isWhole = fitting.length === operations.length;
      const counts = { applied: fitting.length, total: operations.length };
      toast(isWhole ? t('leftover.restored', { count: fitting.length }) : t('leftover.partly', counts));
      setAsked(null);
    },
    [store, t],
  );

  useEffect(() => {
    // In a microtask: what is found may open a dialog, and an effect itself must not set state.
    queueMicrotask(() => {
      const entry = takeLeftover();
      if (!entry) return;
      if (entry.baseRevision === autosave.state().revision) apply(entry);
      else setAsked(entry);
    });
  }, [takeLeftover, autosave, apply]);

  return {
    asked,
    apply,
    discard: () => {
      setAsked(null);
    },
  };
}
