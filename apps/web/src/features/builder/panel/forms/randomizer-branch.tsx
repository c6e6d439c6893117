import type { NodeOf } from '@instaflow/flow-model';
import { Input } from '@instaflow/ui';
import { useTexts } from '../../texts/use-texts';
import { ListRowActions } from '../fields/list-row-actions';
import { StepField } from '../fields/step-field';
import { TextInput } from '../fields/text-input';
import { moveEntry } from '../move-entry';

type Branches = NonNullable<NodeOf<'randomizer'>['branches']>;

/** One way of a randomizer: its name and its share. */
export function RandomizerBranch({
  nodeId,
  branches,
  index,
  onChange,
}: {
  nodeId: string;
  branches: Branches;
  index: number;
  onChange: (branches: Branches, field?: string) => void;
}) {
  const t = useTexts();
  const branch = branches[index];
  if (!branch) return null;
  const path = `branches.${String(index)}`;
  const name = branch.label ?? branch.id;
  return (
    <div className="flex items-end gap-1.5">
      <div className="min-w-0 flex-1">
        <TextInput
          nodeId={nodeId}
          path={`${path}.label`}
          label={t('fields.branchName', { number: index + 1 })}
          value={name}
          onChange={(label) => {
            onChange(branches.with(index, { ...branch, label }), `${path}.label`);
          }}
        />
      </div>
      <div className="w-20">
        <StepField nodeId={nodeId} path={`${path}.weight`} label={t('fields.weight', { name })} isLabelHidden>
          <Input
            type="number"
            min={0}
            max={100}
            value={branch.weight}
            onChange={({ target }) => {
              const weight = Number.isNaN(target.valueAsNumber) ? 0 : target.valueAsNumber;
              onChange(branches.with(index, { ...branch, weight }), `${path}.weight`);
            }}
          />
        </StepField>
      </div>
      <ListRowActions
        name={name}
        index={index}
        count={branches.length}
        onMove={(to) => {
          onChange(moveEntry(branches, index, to));
        }}
        onRemove={() => {
          onChange(branches.toSpliced(index, 1));
        }}
      />
    </div>
  );
}
