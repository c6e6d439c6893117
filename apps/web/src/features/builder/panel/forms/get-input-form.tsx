import { instagramLimits, type NodeOf } from '@instaflow/flow-model';
import { Button, Checkbox, Input, Select } from '@instaflow/ui';
import { Plus } from 'lucide-react';
import { useTexts } from '../../texts/use-texts';
import { DurationField } from '../fields/duration-field';
import { ListRowActions } from '../fields/list-row-actions';
import { StepField } from '../fields/step-field';
import { TemplateField } from '../fields/template-field';
import { TextInput } from '../fields/text-input';
import { moveEntry } from '../move-entry';
import { useStepEdit, type EditStep } from '../use-step-edit';

const inputTypes = ['text', 'email', 'phone', 'number', 'date', 'choice'] as const;

/** The question, what answers fit, where the answer is kept, and what happens when none fits. */
export function GetInputForm({ node }: { node: NodeOf<'get_input'> }) {
  const t = useTexts();
  const edit = useStepEdit(node.id);
  const inputType = node.inputType ?? 'text';
  return (
    <>
      <TemplateField
        isMessage
        nodeId={node.id}
        path="prompt"
        label={t('fields.question')}
        value={node.prompt ?? ''}
        onChange={(prompt) => {
          edit({ prompt }, 'prompt');
        }}
      />
      <StepField nodeId={node.id} path="inputType" label={t('fields.answerKind')}>
        <Select
          value={inputType}
          options={inputTypes.map((value) => ({ value, label: t(`facts.input_${value}`) }))}
          onChange={(next) => {
            edit({ inputType: next });
          }}
        />
      </StepField>
      {inputType === 'choice' && <ChoicesEditor node={node} edit={edit} />}
      {(inputType === 'email' || inputType === 'phone') && (
        <Checkbox
          label={t(`fields.offerKnown_${inputType}`)}
          isChecked={node.offerKnown ?? false}
          onChange={(offerKnown) => {
            edit({ offerKnown });
          }}
        />
      )}
      <TextInput
        nodeId={node.id}
        path="saveToAttribute"
        label={t('fields.saveTo')}
        hint={
          node.saveToAttribute
            ? t('fields.saveToHint', { variable: `{{contact.${node.saveToAttribute}}}` })
            : undefined
        }
        value={node.saveToAttribute ?? ''}
        onChange={(saveToAttribute) => {
          edit({ saveToAttribute }, 'saveToAttribute');
        }}
      />
      <RetryFields node={node} edit={edit} />
    </>
  );
}

function RetryFields({ node, edit }: { node: NodeOf<'get_input'>; edit: EditStep }) {
  const t = useTexts();
  const retries = node.retries ?? 0;
  return (
    <>
      <StepField nodeId={node.id} path="retries" label={t('fields.retries')} hint={t('fields.retriesHint')}>
        <Input
          type="number"
          min={0}
          max={10}
          inputMode="numeric"
          className="w-24"
          value={retries}
          onChange={({ target }) => {
            const next = Number.isNaN(target.valueAsNumber) ? 0 : Math.round(target.valueAsNumber);
            edit({ retries: Math.min(10, Math.max(0, next)) }, 'retries');
          }}
        />
      </StepField>
      {retries > 0 && (
        <TemplateField
          nodeId={node.id}
          path="retryPrompt"
          label={t('fields.retryPrompt')}
          rows={2}
          value={node.retryPrompt ?? ''}
          onChange={(retryPrompt) => {
            edit({ retryPrompt }, 'retryPrompt');
          }}
        />
      )}
      <DurationField
        nodeId={node.id}
        path="timeoutSeconds"
        label={t('fields.answerTimeout')}
        hint={t('fields.answerTimeoutHint')}
        seconds={node.timeoutSeconds ?? null}
        onChange={(timeoutSeconds) => {
          edit({ timeoutSeconds: timeoutSeconds ?? undefined }, 'timeoutSeconds');
        }}
      />
    </>
  );
}

function ChoicesEditor({ node, edit }: { node: NodeOf<'get_input'>; edit: EditStep }) {
  const t = useTexts();
  const choices = node.choices ?? [];
  return (
    <fieldset data-field-path="choices" className="flex flex-col gap-2">
      <legend className="mb-1.5 text-sm font-medium">{t('fields.choices')}</legend>
      {choices.map((choice, index) => (
        <div key={index} className="flex items-start gap-1">
          <div className="min-w-0 flex-1">
            <TextInput
              isLabelHidden
              nodeId={node.id}
              path={`choices.${String(index)}.text`}
              label={t('fields.choice', { number: index + 1 })}
              limit={instagramLimits.titleLength}
              value={choice.text}
              onChange={(text) => {
                edit({ choices: choices.with(index, { ...choice, text }) }, `choices.${String(index)}`);
              }}
            />
          </div>
          <ListRowActions
            name={choice.text || t('fields.choice', { number: index + 1 })}
            index={index}
            count={choices.length}
            onMove={(to) => {
              edit({ choices: moveEntry(choices, index, to) });
            }}
            onRemove={() => {
              edit({ choices: choices.toSpliced(index, 1) });
            }}
          />
        </div>
      ))}
      <Button
        size="sm"
        className="self-start"
        disabled={choices.length >= instagramLimits.quickReplies}
        onClick={() => {
          edit({ choices: [...choices, { text: '' }] });
        }}
      >
        <Plus aria-hidden="true" />
        {t('fields.addChoice')}
      </Button>
    </fieldset>
  );
}
