import type { FlowGroup } from '@instaflow/flow-model';
import { useEffect, useRef } from 'react';
import { useBuilder, useBuilderStore } from '../state/builder-context';
import { useTexts } from '../texts/use-texts';
import { changeGroup } from './edit-groups';

/** The name of a group, typed where it stands; Enter and Escape give the focus back to the first of its steps. */
export function GroupName({ group }: { group: FlowGroup }) {
  const t = useTexts();
  const store = useBuilderStore();
  const field = useRef<HTMLInputElement>(null);
  const isReadOnly = useBuilder((state) => state.isReadOnly);
  const isWanted = useBuilder(({ editingGroupId }) => editingGroupId === group.id);

  useEffect(() => {
    if (!isWanted) return;
    field.current?.select();
    store.getState().setEditingGroup(null);
  }, [isWanted, store]);

  if (isReadOnly) return <span className="min-w-0 flex-1 truncate px-1.5 font-semibold">{group.name}</span>;
  return (
    <input
      ref={field}
      aria-label={t('groupView.name')}
      value={group.name}
      maxLength={80}
      className="nodrag min-w-0 flex-1 rounded-sm border border-transparent bg-transparent px-1.5 py-0.5 font-semibold text-ellipsis hover:border-line-strong focus:border-accent"
      onChange={({ target }) => {
        changeGroup(store, group, { name: target.value });
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        event.stopPropagation();
        event.preventDefault();
        const [first] = group.nodeIds;
        if (first === undefined || group.isCollapsed) event.currentTarget.blur();
        else store.getState().goToNode(first);
      }}
    />
  );
}
