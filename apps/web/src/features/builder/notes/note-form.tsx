import type { NodeOf } from '@instaflow/flow-model';
import { Field, SegmentedControl, Select } from '@instaflow/ui';
import { paperColors } from '../groups/paper-colors';
import { TemplateField } from '../panel/fields/template-field';
import { useStepEdit } from '../panel/use-step-edit';
import { useTexts } from '../texts/use-texts';
import { noteSizes, readNoteColor, readNoteSize } from './note-look';
import '../texts/edit-texts';

const sizes = ['small', 'medium', 'large'] as const;

/** What a note says, its colour, and its size for whoever does not drag its corner. */
export function NoteForm({ node }: { node: NodeOf<'note'> }) {
  const t = useTexts();
  const edit = useStepEdit(node.id);
  const { width, height } = readNoteSize(node);
  const size = sizes.find((name) => noteSizes[name].width === width && noteSizes[name].height === height);
  return (
    <>
      <TemplateField
        nodeId={node.id}
        path="text"
        label={t('fields.noteText')}
        value={node.text ?? ''}
        onChange={(text) => {
          edit({ text }, 'text');
        }}
      />
      <Field label={t('fields.noteColor')}>
        <Select
          value={readNoteColor(node)}
          options={paperColors.map((color) => ({ value: color, label: t(`colors.${color}`) }))}
          onChange={(color) => {
            edit({ color });
          }}
        />
      </Field>
      <div className="flex items-center justify-between gap-3">
        <span className="text-sm font-medium">{t('fields.noteSize')}</span>
        <SegmentedControl
          label={t('fields.noteSize')}
          value={size ?? 'own'}
          options={[
            ...sizes.map((name) => ({ value: name, label: t(`fields.noteSizes.${name}`) })),
            ...(size ? [] : [{ value: 'own' as const, label: t('fields.noteSizes.own') }]),
          ]}
          onChange={(name) => {
            if (name !== 'own') edit({ size: noteSizes[name] });
          }}
        />
      </div>
    </>
  );
}
