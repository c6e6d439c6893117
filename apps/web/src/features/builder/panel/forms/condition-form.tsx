import type { NodeOf } from '@instaflow/flow-model';
import { Button } from '@instaflow/ui';
import { Plus } from 'lucide-react';
import { useTexts } from '../../texts/use-texts';
import { ListRowActions } from '../fields/list-row-actions';
import { TextInput } from '../fields/text-input';
import { moveEntry } from '../move-entry';
import { useStepEdit } from '../use-step-edit';
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
      {branches.map((branch, index) => {
        const path = `branches.${String(index)}`;
        const number = index + 1;
        return (
          <section key={branch.id} className="flex flex-col gap-2 border-t border-line pt-3">
            <div className="flex items-end gap-1">
              <div className="min-w-0 flex-1">
                <TextInput
                  nodeId={node.id}
                  path={`${path}.label`}
                  label={t('fields.branchName', { number })}
                  value={branch.label ?? branch.id}
                  onChange={(label) => {
                    edit({ branches: branches.with(index, { ...branch, label }) }, `${path}.label`);
                  }}
                />
              </div>
              <ListRowActions
                name={branch.label ?? t('fields.branch', { number })}
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
            <RulesEditor
              nodeId={node.id}
              path={path}
              group={branch}
              onChange={(group, field) => {
                const { all: _all, any: _any, ...rest } = branch;
                edit({ branches: branches.with(index, { ...rest, ...group }) }, field);
              }}
            />
          </section>
        );
      })}
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
