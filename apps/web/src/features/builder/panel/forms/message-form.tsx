import type { NodeOf } from '@instaflow/flow-model';
import { DurationField } from '../fields/duration-field';
import { TemplateField } from '../fields/template-field';
import { useStepEdit } from '../use-step-edit';
import { useTexts } from '../../texts/use-texts';
import { ButtonsEditor } from './buttons-editor';
import { MediaFields } from './media-fields';

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
