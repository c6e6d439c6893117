import type { FlowDefinition } from '@instaflow/flow-model';
import { useMemo } from 'react';
import { listSteps } from '../search/list-steps';
import { SearchSelect, type SearchOption } from '../search/search-select';
import { useTexts, type BuilderTexts } from '../texts/use-texts';
import { usePublishTexts, type PublishTexts } from './publish-texts';
import { fromOption, toOption, type RemovedFate } from './removed-fate';

export type RemovedChoiceProps = {
  /** The step they stand at. */
  nodeName: string;
  /** The next step on their way that the new version has. */
  nextNodeId: string | null;
  /** The new version. */
  definition: FlowDefinition;
  value: RemovedFate;
  onChange: (fate: RemovedFate) => void;
};

/** Where people go from a step that the new version does not have: on at one it has, out of the flow, or nowhere. */
export function RemovedChoice({ nodeName, nextNodeId, definition, value, onChange }: RemovedChoiceProps) {
  const t = usePublishTexts();
  const kindText = useTexts();
  const options = useMemo(
    () => listOptions(t, kindText, { definition, nextNodeId }),
    [t, kindText, definition, nextNodeId],
  );
  return (
    <SearchSelect
      aria-label={t('impact.removedChoice', { step: nodeName })}
      searchLabel={t('impact.searchStep')}
      emptyText={t('impact.noStep')}
      value={toOption(value)}
      options={options}
      onChange={(option) => {
        onChange(fromOption(option));
      }}
    />
  );
}

/** The next step on their way comes right after the two that need no step; then all others in the order of the flow. */
function listOptions(
  t: PublishTexts,
  kindText: BuilderTexts,
  { definition, nextNodeId }: { definition: FlowDefinition; nextNodeId: string | null },
): SearchOption[] {
  const steps = listSteps(kindText, definition).toSorted(
    (a, b) => Number(b.id === nextNodeId) - Number(a.id === nextNodeId),
  );
  return [
    { value: 'finish', label: t('impact.fate.finish') },
    { value: 'end', label: t('impact.fate.end') },
    ...steps.map(({ id, label }) => ({
      value: toOption({ kind: 'goOn', nodeId: id }),
      label: t(id === nextNodeId ? 'impact.fate.next' : 'impact.fate.goOn', { step: label }),
    })),
  ];
}
