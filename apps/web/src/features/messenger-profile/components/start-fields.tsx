import { Field, Input, Select } from '@instaflow/ui';
import { useAllFlows } from '../../../shared/flow/use-all-flows';
import type { ItemProblem } from '../check-profile';
import { listStarts, readStart, startValue } from '../list-starts';
import type { ItemDraft, Part } from '../profile-draft';
import { useProfileTexts } from '../use-profile-texts';

export type StartFieldsProps = {
  part: Part;
  item: ItemDraft;
  problem: ItemProblem | undefined;
  onChange: (change: Partial<ItemDraft>) => void;
};

/** What a tap starts: a flow, whatever a code meets, or a page. */
export function StartFields({ part, item, problem, onChange }: StartFieldsProps) {
  const t = useProfileTexts();
  const flows = useAllFlows();
  const error = problem ? t(`problem.${problem}`) : null;
  const options = listStarts({
    part,
    item,
    flows: flows.data?.flows,
    texts: { code: t('start.code'), web: t('start.web'), gone: t('flowGone') },
  });
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Field
        label={t('starts')}
        error={item.start === 'flow' ? error : null}
        hint={flows.error && t('flowsFailed')}
      >
        <Select value={startValue(item)} options={options} onChange={(value) => onChange(readStart(value))} />
      </Field>
      {item.start === 'web' && (
        <Field label={t('url')} error={error}>
          <Input
            type="url"
            inputMode="url"
            placeholder="https://"
            value={item.url}
            onChange={(event) => onChange({ url: event.target.value })}
          />
        </Field>
      )}
      {item.start === 'code' && (
        <Field label={t('code')} hint={t('codeHint')} error={error}>
          <Input
            className="font-mono"
            autoComplete="off"
            spellCheck={false}
            maxLength={1_000}
            value={item.code}
            onChange={(event) => onChange({ code: event.target.value })}
          />
        </Field>
      )}
    </div>
  );
}
