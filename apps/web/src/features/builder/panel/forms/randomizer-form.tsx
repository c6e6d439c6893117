import type { NodeOf } from '@instaflow/flow-model';
import { Button } from '@instaflow/ui';
import { Plus } from 'lucide-react';
import { useTexts } from '../../texts/use-texts';
import { useStepEdit } from '../use-step-edit';
import { nextBranchId } from './next-branch-id';
import { RandomizerBranch } from './randomizer-branch';

/** The ways people are split into, and the share of each. */
export function RandomizerForm({ node }: { node: NodeOf<'randomizer'> }) {
  const t = useTexts();
  const edit = useStepEdit(node.id);
  const branches = node.branches ?? [];
  const sum = branches.reduce((total, { weight }) => total + weight, 0);
  return (
    <div data-field-path="branches" className="flex flex-col gap-3">
      {branches.map((branch, index) => (
        <RandomizerBranch
          key={branch.id}
          nodeId={node.id}
          branches={branches}
          index={index}
          onChange={(next, field) => {
            edit({ branches: next }, field);
          }}
        />
      ))}
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
