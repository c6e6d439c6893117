import type { NodeOf } from '@instaflow/flow-model';
import { useTexts } from '../../texts/use-texts';
import { ListRowActions } from '../fields/list-row-actions';
import { TextInput } from '../fields/text-input';
import { moveEntry } from '../move-entry';
import { RulesEditor } from './rules-editor';

type Branches = NonNullable<NodeOf<'condition'>['branches']>;

/** One named branch of a condition with its rules. */
export function ConditionBranch({
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
  const number = index + 1;
  const path = `branches.${String(index)}`;
  return (
    <section className="flex flex-col gap-2 border-t border-line pt-3">
      <div className="flex items-end gap-1">
        <div className="min-w-0 flex-1">
          <TextInput
            nodeId={nodeId}
            path={`${path}.label`}
            label={t('fields.branchName', { number })}
            value={branch.label ?? branch.id}
            onChange={(label) => {
              onChange(branches.with(index, { ...branch, label }), `${path}.label`);
            }}
          />
        </div>
        <ListRowActions
          name={branch.label ?? t('fields.branch', { number })}
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
      <RulesEditor
        nodeId={nodeId}
        path={path}
        group={branch}
        onChange={(group, field) => {
          const { all: _all, any: _any, ...rest } = branch;
          onChange(branches.with(index, { ...rest, ...group }), field);
        }}
      />
    </section>
  );
}
