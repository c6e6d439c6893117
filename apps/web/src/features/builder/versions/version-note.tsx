import type { FlowVersion } from '@instaflow/contracts';
import { Button, Field, IconButton, Input } from '@instaflow/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { callApi } from '../../../shared/api/call-api';
import { queryKeys } from '../../../shared/api/query-keys';
import { useErrorText } from '../../../shared/components/use-error-text';
import { useTexts } from '../texts/use-texts';
import { useVersionTexts } from './version-texts';

/** What somebody wrote about a version; it may be written anew at any time. */
export function VersionNote({ version, canEdit }: { version: FlowVersion; canEdit: boolean }) {
  const t = useTexts();
  const versionText = useVersionTexts();
  const [isEditing, setEditing] = useState(false);
  const { version: number, note } = version;
  if (isEditing) {
    return (
      <NoteForm
        version={version}
        onDone={() => {
          setEditing(false);
        }}
      />
    );
  }
  return (
    <div className="flex items-center gap-1">
      <p className={note ? 'min-w-0 text-sm break-words' : 'text-sm text-ink-faint'}>
        {note || t('versions.noNote')}
      </p>
      {canEdit && (
        <IconButton
          size="sm"
          className="-my-1"
          label={versionText('note.edit', { version: number })}
          onClick={() => {
            setEditing(true);
          }}
        >
          <Pencil aria-hidden="true" />
        </IconButton>
      )}
    </div>
  );
}

function NoteForm({
  version: { flowId, version, note },
  onDone,
}: {
  version: FlowVersion;
  onDone: () => void;
}) {
  const t = useVersionTexts();
  const errorText = useErrorText();
  const [text, setText] = useState(note);
  const save = useSaveNote({ flowId, version });
  return (
    <form
      className="flex flex-col gap-2 py-1"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(text, { onSuccess: onDone });
      }}
    >
      <Field
        isLabelHidden
        label={t('note.label', { version })}
        error={save.isError ? t('note.failed', { reason: errorText(save.error) }) : null}
      >
        <Input
          // eslint-disable-next-line jsx-a11y/no-autofocus -- it takes the place of the button that was pressed
          autoFocus
          value={text}
          maxLength={500}
          onChange={({ target }) => {
            setText(target.value);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            // Only the note is left, not the panel.
            event.stopPropagation();
            event.preventDefault();
            onDone();
          }}
        />
      </Field>
      <span className="flex gap-2">
        <Button type="submit" size="sm" variant="primary" isBusy={save.isPending}>
          {t('note.save')}
        </Button>
        <Button size="sm" onClick={onDone}>
          {t('note.cancel')}
        </Button>
      </span>
    </form>
  );
}

function useSaveNote({ flowId, version }: Pick<FlowVersion, 'flowId' | 'version'>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (note: string) =>
      callApi('updateFlowVersion', { params: { id: flowId, version }, body: { note } }),
    onSuccess: (saved) => {
      queryClient.setQueryData<FlowVersion[]>(queryKeys.flowVersions(flowId), (known) =>
        known?.map((other) => (other.version === version ? saved : other)),
      );
    },
  });
}
