import type { NodeOf } from '@instaflow/flow-model';
import { Button, Input } from '@instaflow/ui';
import { Plus } from 'lucide-react';
import { useTexts } from '../../texts/use-texts';
import { ListRowActions } from '../fields/list-row-actions';
import { StepField } from '../fields/step-field';
import { TextInput } from '../fields/text-input';
import { moveEntry } from '../move-entry';
import { useStepEdit } from '../use-step-edit';
import { nextBranchId } from './next-branch-id';

/** The ways people are split into, and the share of each. */
export function RandomizerForm({ node }: { node: NodeOf<'randomizer'> }) {
  const t = useTexts();
  const edit = useStepEdit(node.id);
  const branches = node.branches ?? [];
  const sum = branches.reduce((total, { weight }) => total + weight, 0);
  return (
    <div data-field-path="branches" className="flex flex-col gap-3">
      {branches.map((branch, index) => {
        const path = `branches.${String(index)}`;
        const name = branch.label ?? branch.id;
        return (
          <div key={branch.id} className="flex items-end gap-1.5">
            <div className="min-w-0 flex-1">
              <TextInput
                nodeId={node.id}
                path={`${path}.label`}
                label={t('fields.branchName', { number: index + 1 })}
                value={name}
                onChange={(label) => {
                  edit({ branches: branches.with(index, { ...branch, label }) }, `${path}.label`);
                }}
              />
            </div>
            <div className="w-20">
              <StepField nodeId={node.id} path={`${path}.weight`} label={t('fields.weight', { name })} isLabelHidden>
                <Input
                  type="number"
                  min={0}
                  max={100}
                  value={branch.weight}
                  onChange={({ target }) => {
                    const weight = Number.isNaN(target.valueAsNumber) ? 0 : target.valueAsNumber;
                    edit({ branches: branches.with(index, { ...branch, weight }) }, `${path}.weight`);
                  }}
                />
              </StepField>
            </div>
            <ListRowActions
              name={name}
              index={index}
              count={branches.length}
              onMove={(to) => {
                edit({ branches: moveEntry(branches, index, to) });
              }}
              onRemove={() => {
                edit({ branches: branches.toSpliced(index, 1) });
              }}
            />
          </div>
        );
      })}
      <div className="flex items-center justify-between">
        <Button
          size="sm"
          onClick={() => {
            const label = String.fromCharCode(65 + (branches.length % 26));
            edit({ branches: [...branches, { id: nextBranchId(branches), label, weight: 0 }] });
          }}
        >
          <Plus aria-hidden="true" />
          {t('fields.addBranch')}
        </Button>
        <span className={sum === 100 ? 'text-sm text-ink-muted' : 'text-sm text-danger-text'}>
          {t('fields.weightSum', { sum })}
        </span>
      </div>
    </div>
  );
}
