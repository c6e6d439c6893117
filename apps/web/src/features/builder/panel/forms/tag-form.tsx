import type { NodeOf } from '@instaflow/flow-model';
import { SegmentedControl } from '@instaflow/ui';
import { useShallow } from 'zustand/react/shallow';
import { useBuilder } from '../../state/builder-context';
import { useTexts } from '../../texts/use-texts';
import { TextInput } from '../fields/text-input';
import { listTags } from '../list-attributes';
import { useStepEdit } from '../use-step-edit';

/** Which tag, and whether it is given or taken. */
export function TagForm({ node }: { node: NodeOf<'tag_contact'> }) {
  const t = useTexts();
  const edit = useStepEdit(node.id);
  const tags = useBuilder(useShallow(({ definition }) => listTags(definition)));
  return (
    <>
      <SegmentedControl
        label={t('fields.tagAction')}
        className="self-start"
        value={node.action ?? 'add'}
        options={[
          { value: 'add', label: t('fields.tagAdd') },
          { value: 'remove', label: t('fields.tagRemove') },
        ]}
        onChange={(action) => {
          edit({ action });
        }}
      />
      <TextInput
        nodeId={node.id}
        path="tagName"
        label={t('fields.tag')}
        suggestions={tags}
        value={node.tagName ?? ''}
        onChange={(tagName) => {
          edit({ tagName }, 'tagName');
        }}
      />
    </>
  );
}
