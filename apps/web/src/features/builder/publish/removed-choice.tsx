import type { PublishPreview } from '@instaflow/contracts';
import type { FlowDefinition } from '@instaflow/flow-model';
import { Field, Select, type SelectOption } from '@instaflow/ui';
import { useMemo } from 'react';
import { listOutline } from '../outline/list-outline';
import { useBuilder } from '../state/builder-context';
import { nameKind } from '../texts/name-kind';
import { useTexts, type BuilderTexts } from '../texts/use-texts';
import { usePublishTexts, type PublishTexts } from './publish-texts';
import { fromOption, toOption, type RemovedFate } from './removed-fate';

type Impact = PublishPreview['impact'][number];

export type RemovedChoiceProps = {
  impact: Impact;
  value: RemovedFate;
  onChange: (fate: RemovedFate) => void;
};

/** Where people go from a step that the new version does not have: on at one it has, out of the flow, or nowhere. */
export function RemovedChoice({ impact: { nodeName, target }, value, onChange }: RemovedChoiceProps) {
  const t = usePublishTexts();
  const kindText = useTexts();
  const definition = useBuilder((state) => state.definition);
  const nextId = target?.nodeId ?? null;
  const options = useMemo(
    () => listOptions(t, kindText, { definition, nextId }),
    [t, kindText, definition, nextId],
  );
  return (
    <Field label={t('impact.removedChoice', { step: nodeName })} isLabelHidden>
      <Select
        value={toOption(value)}
        options={options}
        onChange={(option) => {
          onChange(fromOption(option));
        }}
      />
    </Field>
  );
}

/** The next step on their way comes right after the two that need no step; then all others in the order of the flow. */
function listOptions(
  t: PublishTexts,
  kindText: BuilderTexts,
  { definition, nextId }: { definition: FlowDefinition; nextId: string | null },
): SelectOption<string>[] {
  const steps = listOutline(definition)
    .filter(({ node: { type } }) => type !== 'start' && type !== 'note')
    .map(({ node: { id, name, type }, step }) => ({
      id,
      name: `${String(step)} · ${name || nameKind(kindText, type)}`,
    }))
    .toSorted((a, b) => Number(b.id === nextId) - Number(a.id === nextId));
  return [
    { value: 'finish', label: t('impact.fate.finish') },
    ...steps.map(({ id, name }) => ({
      value: toOption({ kind: 'goOn', nodeId: id }),
      label: t(id === nextId ? 'impact.fate.next' : 'impact.fate.goOn', { step: name }),
    })),
    { value: 'end', label: t('impact.fate.end') },
  ];
}
