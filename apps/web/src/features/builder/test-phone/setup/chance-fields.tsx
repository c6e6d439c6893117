import { isKind } from '@instaflow/flow-model';
import { Field, Input, Select } from '@instaflow/ui';
import { useMemo } from 'react';
import { useBuilder } from '../../state/builder-context';
import { nameKind } from '../../texts/name-kind';
import { useTexts } from '../../texts/use-texts';
import { usePhone, usePhoneStore } from '../state/use-phone';

const byChance = '(chance)';

/** The seed of every random choice, and the branch of a randomizer where one is wanted. */
export function ChanceFields() {
  const t = useTexts();
  const phone = usePhoneStore();
  const { seed, forcedBranches } = usePhone((state) => state.settings);
  const nodes = useBuilder((state) => state.definition.nodes);
  const randomizers = useMemo(() => nodes.filter((node) => isKind(node, 'randomizer')), [nodes]);
  return (
    <>
      <Field label={t('phone.setup.seed')} hint={t('phone.setup.seedHint')}>
        <Input
          value={seed}
          maxLength={100}
          onChange={(event) => {
            phone.getState().change({ seed: event.target.value });
          }}
        />
      </Field>
      {randomizers.map((node) => (
        <Field key={node.id} label={node.name || nameKind(t, node.type)}>
          <Select
            value={forcedBranches[node.id] ?? byChance}
            options={[
              { value: byChance, label: t('phone.setup.byChance') },
              ...(node.branches ?? []).map(({ id, label }) => ({ value: id, label: label ?? id })),
            ]}
            onChange={(branch) => {
              const { [node.id]: _before, ...others } = forcedBranches;
              phone.getState().change({
                forcedBranches: branch === byChance ? others : { ...others, [node.id]: branch },
              });
            }}
          />
        </Field>
      ))}
    </>
  );
}
