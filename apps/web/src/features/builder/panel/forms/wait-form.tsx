import type { NodeOf } from '@instaflow/flow-model';
import { Select } from '@instaflow/ui';
import { useTexts } from '../../texts/use-texts';
import { DurationField } from '../fields/duration-field';
import { StepField } from '../fields/step-field';
import { TextInput } from '../fields/text-input';
import { useStepEdit } from '../use-step-edit';

type Mode = 'for' | 'date' | 'attribute';

/** How long, or until when. */
export function WaitForm({ node }: { node: NodeOf<'wait'> }) {
  const t = useTexts();
  const edit = useStepEdit(node.id);
  const mode = readMode(node);
  const setMode = (next: Mode) => {
    if (next === 'for') edit({ until: undefined, durationSeconds: node.durationSeconds ?? 3_600 });
    else edit({ until: next === 'date' ? { date: '' } : { attribute: '' }, durationSeconds: undefined });
  };
  return (
    <>
      <StepField nodeId={node.id} path="until" label={t('fields.waitMode')}>
        <Select
          value={mode}
          options={[
            { value: 'for', label: t('fields.waitFor') },
            { value: 'date', label: t('fields.waitUntil') },
            { value: 'attribute', label: t('fields.waitAttribute') },
          ]}
          onChange={setMode}
        />
      </StepField>
      {mode === 'for' && (
        <DurationField
          nodeId={node.id}
          path="durationSeconds"
          label={t('fields.amount')}
          seconds={node.durationSeconds ?? null}
          onChange={(durationSeconds) => {
            edit({ durationSeconds }, 'durationSeconds');
          }}
        />
      )}
      {mode === 'date' && (
        <TextInput
          type="datetime-local"
          nodeId={node.id}
          path="until.date"
          label={t('fields.waitDate')}
          value={node.until?.date ?? ''}
          onChange={(date) => {
            edit({ until: { ...node.until, date } }, 'until');
          }}
        />
      )}
      {mode === 'attribute' && (
        <TextInput
          nodeId={node.id}
          path="until.attribute"
          label={t('fields.waitDateAttribute')}
          value={node.until?.attribute ?? ''}
          onChange={(attribute) => {
            edit({ until: { ...node.until, attribute } }, 'until');
          }}
        />
      )}
    </>
  );
}

function readMode({ until }: NodeOf<'wait'>): Mode {
  if (typeof until?.attribute === 'string') return 'attribute';
  return until ? 'date' : 'for';
}
