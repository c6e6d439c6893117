import type { NodeOf } from '@instaflow/flow-model';
import { Button } from '@instaflow/ui';
import { Plus } from 'lucide-react';
import { useTexts } from '../../texts/use-texts';
import { useStepEdit } from '../use-step-edit';
import { ConditionBranch } from './condition-branch';
import { nextBranchId } from './next-branch-id';
import { RulesEditor } from './rules-editor';

const newRule = { field: 'contact.tags', op: 'has_tag', value: '' } as const;

/** A question with yes and no, and further branches that are tried from top to bottom. */
export function ConditionForm({ node }: { node: NodeOf<'condition'> }) {
  const t = useTexts();
  const edit = useStepEdit(node.id);
  const branches = node.branches ?? [];
  return (
    <>
      {node.rules && (
        <RulesEditor
          nodeId={node.id}
          path="rules"
          group={node.rules}
          onChange={(rules, field) => {
            edit({ rules }, field);
          }}
        />
      )}
      {branches.map((branch, index) => (
        <ConditionBranch
          key={branch.id}
          nodeId={node.id}
          branches={branches}
          index={index}
          onChange={(next, field) => {
            edit({ branches: next }, field);
          }}
        />
      ))}
      <Button
        size="sm"
        className="self-start"
        onClick={() => {
          const id = nextBranchId(branches);
          const label = t('fields.branch', { number: branches.length + 1 });
          edit({ branches: [...branches, { id, label, all: [newRule] }] });
        }}
      >
        <Plus aria-hidden="true" />
        {t('fields.addBranch')}
      </Button>
    </>
  );
}
