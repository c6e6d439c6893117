import { callLimits, type NodeOf } from '@instaflow/flow-model';
import { Select } from '@instaflow/ui';
import { useTexts } from '../../../texts/use-texts';
import { LengthHint } from '../../fields/length-hint';
import { NumberInput } from '../../fields/number-input';
import { StepField } from '../../fields/step-field';
import { TemplateField } from '../../fields/template-field';
import { useStepEdit, type EditStep } from '../../use-step-edit';
import { BodyEditor } from './body-editor';
import { CallCauses } from './call-causes';
import { HeadersEditor } from './headers-editor';
import { SavedValuesEditor } from './saved-values-editor';

type ApiCall = NodeOf<'external_api_call'>;

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** What is called and how, what is kept of the answer, and what may go wrong. */
export function ApiCallForm({ node }: { node: ApiCall }) {
  const t = useTexts();
  const edit = useStepEdit(node.id);
  const url = node.url ?? '';
  return (
    <>
      <StepField nodeId={node.id} path="method" label={t('call.method')}>
        <Select
          className="w-36"
          value={node.method ?? 'GET'}
          options={methods.map((value) => ({ value, label: value }))}
          onChange={(method) => {
            edit({ method });
          }}
        />
      </StepField>
      <TemplateField
        isCode
        nodeId={node.id}
        path="url"
        label={t('call.url')}
        placeholder="https://example.com/orders/{{contact.orderNumber}}"
        rows={1}
        value={url}
        counter={<LengthHint used={url.trim().length} limit={callLimits.urlLength} unit="characters" />}
        onChange={(next) => {
          edit({ url: next }, 'url');
        }}
      />
      <HeadersEditor
        nodeId={node.id}
        headers={node.headers ?? {}}
        onChange={(headers) => {
          edit({ headers }, 'headers');
        }}
      />
      <BodyEditor
        node={node}
        onChange={(body) => {
          edit({ body }, 'body');
        }}
      />
      <SavedValuesEditor
        nodeId={node.id}
        values={node.saveResponse ?? []}
        onChange={(saveResponse, field) => {
          edit({ saveResponse }, field);
        }}
      />
      <PatienceFields node={node} edit={edit} />
      <CallCauses />
    </>
  );
}

function PatienceFields({ node, edit }: { node: ApiCall; edit: EditStep }) {
  const t = useTexts();
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <NumberInput
        nodeId={node.id}
        path="timeoutMs"
        label={t('call.timeout')}
        hint={t('call.timeoutHint', { max: callLimits.maxTimeoutMs / 1_000 })}
        min={1}
        max={callLimits.maxTimeoutMs / 1_000}
        placeholder={String(callLimits.defaultTimeoutMs / 1_000)}
        value={typeof node.timeoutMs === 'number' ? node.timeoutMs / 1_000 : null}
        onChange={(seconds) => {
          edit({ timeoutMs: seconds === null ? null : seconds * 1_000 }, 'timeoutMs');
        }}
      />
      <NumberInput
        nodeId={node.id}
        path="retries"
        label={t('call.retries')}
        hint={t('call.retriesHint', { max: callLimits.maxRetries })}
        min={0}
        max={callLimits.maxRetries}
        placeholder="0"
        value={node.retries ?? null}
        onChange={(retries) => {
          edit({ retries }, 'retries');
        }}
      />
    </div>
  );
}
