import type { NodeOf } from '@instaflow/flow-model';
import { Select } from '@instaflow/ui';
import { DurationField } from '../fields/duration-field';
import { StepField } from '../fields/step-field';
import { TemplateField } from '../fields/template-field';
import { TextInput } from '../fields/text-input';
import { useStepEdit } from '../use-step-edit';
import { useTexts } from '../../texts/use-texts';
import { ButtonsEditor } from './buttons-editor';

const mediaTypes = ['image', 'video', 'audio', 'file'] as const;

/** Text, media, and the answers below the message. */
export function MessageForm({ node }: { node: NodeOf<'message'> }) {
  const t = useTexts();
  const edit = useStepEdit(node.id);
  const content = node.content ?? {};
  const buttons = content.buttons ?? [];
  const setContent = (fields: Record<string, unknown>, field?: string) => {
    edit({ content: { ...content, ...fields } }, field);
  };
  return (
    <>
      <TemplateField
        isMessage
        nodeId={node.id}
        path="content.text"
        label={t('fields.text')}
        value={content.text ?? ''}
        placeholder={t('card.emptyText')}
        onChange={(text) => {
          setContent({ text }, 'text');
        }}
      />
      <ButtonsEditor
        nodeId={node.id}
        buttons={buttons}
        onChange={(next, field) => {
          setContent({ buttons: next }, field);
        }}
      />
      <MediaFields node={node} onChange={setContent} />
      {buttons.some(({ type }) => type !== 'web_url') && (
        <DurationField
          nodeId={node.id}
          path="timeoutSeconds"
          label={t('fields.replyTimeout')}
          hint={t('fields.replyTimeoutHint')}
          seconds={node.timeoutSeconds ?? null}
          onChange={(timeoutSeconds) => {
            edit({ timeoutSeconds: timeoutSeconds ?? undefined }, 'timeoutSeconds');
          }}
        />
      )}
    </>
  );
}

function MediaFields({
  node,
  onChange,
}: {
  node: NodeOf<'message'>;
  onChange: (fields: Record<string, unknown>, field?: string) => void;
}) {
  const t = useTexts();
  const { mediaUrl, mediaType } = node.content ?? {};
  return (
    <>
      <TextInput
        type="url"
        nodeId={node.id}
        path="content.mediaUrl"
        label={t('fields.mediaUrl')}
        hint={t('fields.mediaHint')}
        value={mediaUrl ?? ''}
        onChange={(url) => {
          onChange({ mediaUrl: url || null, mediaType: url ? (mediaType ?? 'image') : null }, 'mediaUrl');
        }}
      />
      {mediaUrl && (
        <StepField nodeId={node.id} path="content.mediaType" label={t('fields.mediaType')}>
          <Select
            value={mediaType ?? 'image'}
            options={mediaTypes.map((value) => ({ value, label: t(`card.media_${value}`) }))}
            onChange={(next) => {
              onChange({ mediaType: next });
            }}
          />
        </StepField>
      )}
    </>
  );
}
