import type { FlowConflict } from '@instaflow/flow-model';
import { cx } from '@instaflow/ui';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useBuilder } from '../state/builder-context';
import { describeSide, nameField } from './describe-conflict';
import type { ChosenSide } from './draft-merger';

const sides = ['mine', 'theirs'] as const;

/** One place both changed: what either of them wants there, as two radio buttons side by side. */
export function ConflictChoice({
  conflict,
  chosen,
  onChoose,
}: {
  conflict: FlowConflict;
  chosen: ChosenSide | null;
  onChoose: (side: ChosenSide) => void;
}) {
  const { t, i18n } = useTranslation('builder');
  const group = useId();
  const definition = useBuilder((state) => state.definition);
  const step = conflict.nodeId === null ? t('conflict.flow') : conflict.nodeName || conflict.nodeId;
  return (
    <fieldset className="rounded-lg border border-line p-3">
      <legend className="px-1 font-medium">
        {step} · {nameField(t, conflict, definition)}
      </legend>
      <div className="grid gap-2 sm:grid-cols-2">
        {sides.map((side) => (
          <label
            key={side}
            className={cx(
              'grid cursor-pointer grid-cols-[auto_minmax(0,1fr)] items-center gap-x-2.5 gap-y-1 rounded-md border p-3 has-focus-visible:outline-2 has-focus-visible:outline-ring',
              chosen === side ? 'border-accent bg-accent-soft' : 'border-line hover:border-line-strong',
            )}
          >
            <input
              type="radio"
              name={group}
              checked={chosen === side}
              className="accent-accent outline-none"
              onChange={() => {
                onChoose(side);
              }}
            />
            <span className="text-sm font-medium">{t(`conflict.${side}`)}</span>
            <span className="col-start-2 text-sm break-words whitespace-pre-line text-ink-muted">
              {describeSide(t, { conflict, side, definition, language: i18n.language })}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
