import { Input } from '@instaflow/ui';
import { useState } from 'react';
import { useErrorText } from '../../../shared/components/use-error-text';
import { useFlowChanges } from '../api/use-flow-changes';
import { useBuilder } from '../state/builder-context';
import { useTexts } from '../texts/use-texts';

/** The flow's name, changed where it stands: Enter or leaving the field keeps it, Escape does not. */
export function FlowNameField({ name }: { name: string }) {
  const t = useTexts();
  const errorText = useErrorText();
  const isReadOnly = useBuilder((state) => state.isReadOnly);
  const { rename } = useFlowChanges();
  const [draft, setDraft] = useState<string | null>(null);
  const shown = draft ?? (rename.isPending ? rename.variables : name);
  const keep = () => {
    const next = draft?.trim() ?? '';
    setDraft(null);
    if (next !== '' && next !== name) rename.mutate(next);
  };
  if (isReadOnly) return <h1 className="truncate px-2 font-semibold">{name}</h1>;
  return (
    <div className="relative min-w-0">
      <h1 className="sr-only">{name}</h1>
      <Input
        aria-label={t('bar.name')}
        title={name}
        value={shown}
        maxLength={200}
        aria-invalid={rename.isError || undefined}
        onChange={({ target }) => {
          setDraft(target.value);
        }}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
          if (event.key === 'Escape') setDraft(null);
        }}
        className="h-8 field-sizing-content max-w-[24vw] min-w-16 truncate border-transparent sm:max-w-80 bg-transparent px-2 font-semibold hover:border-line"
      />
      {rename.isError && (
        <p
          role="alert"
          className="absolute top-full left-2 z-20 rounded-md bg-danger-soft px-2 py-1 text-sm text-danger-text"
        >
          {t('bar.renameFailed', { reason: errorText(rename.error) })}
        </p>
      )}
    </div>
  );
}
