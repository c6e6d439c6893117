import { alignments, canBeDisabled, type Alignment } from '@instaflow/flow-model';
import { IconButton } from '@instaflow/ui';
import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalDistributeCenter,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalDistributeCenter,
  CopyPlus,
  Group,
  Power,
  Trash2,
  Ungroup,
  type LucideIcon,
} from 'lucide-react';
import { alignSelection } from '../actions/align-selection';
import { duplicateSelection } from '../actions/copy-steps';
import { deleteSelection } from '../actions/delete-selection';
import { areDisabled, toggleDisabled } from '../actions/toggle-disabled';
import { groupSelection, listSelectedGroups, ungroupSelection } from '../groups/edit-groups';
import { useBuilder, useBuilderStore } from '../state/builder-context';
import '../texts/edit-texts';
import { useTexts } from '../texts/use-texts';

const icons: Record<Alignment, LucideIcon> = {
  left: AlignStartVertical,
  center: AlignCenterVertical,
  right: AlignEndVertical,
  top: AlignStartHorizontal,
  middle: AlignCenterHorizontal,
  bottom: AlignEndHorizontal,
  distribute_horizontally: AlignHorizontalDistributeCenter,
  distribute_vertically: AlignVerticalDistributeCenter,
};

/** What can be done with several selected steps at once. */
export function SelectionBar() {
  const t = useTexts();
  const store = useBuilderStore();
  const count = useBuilder(({ selectedNodeIds }) => selectedNodeIds.size);
  const isGrouped = useBuilder(({ definition }) => definition.groups !== undefined) && hasGroup(store);
  return (
    <div
      role="toolbar"
      aria-label={t('selection.label', { count })}
      className="absolute inset-x-0 top-3 z-10 mx-auto flex w-fit max-w-[calc(100%-1.5rem)] flex-wrap items-center justify-center gap-0.5 rounded-lg border border-line bg-surface p-0.5"
    >
      <span className="px-2 text-sm text-ink-muted tabular-nums">{t('selection.count', { count })}</span>
      <Divider />
      {alignments.map((alignment) => (
        <AlignButton key={alignment} alignment={alignment} count={count} />
      ))}
      <Divider />
      <IconButton
        size="sm"
        label={t('selection.group')}
        onClick={() => {
          groupSelection(store, t('groupView.newName'));
        }}
      >
        <Group aria-hidden="true" />
      </IconButton>
      {isGrouped && (
        <IconButton
          size="sm"
          label={t('selection.ungroup')}
          onClick={() => {
            ungroupSelection(store);
          }}
        >
          <Ungroup aria-hidden="true" />
        </IconButton>
      )}
      <PowerButton />
      <IconButton
        size="sm"
        label={t('selection.duplicate')}
        onClick={() => {
          duplicateSelection(store);
        }}
      >
        <CopyPlus aria-hidden="true" />
      </IconButton>
      <IconButton
        size="sm"
        label={t('selection.delete')}
        onClick={() => {
          deleteSelection(store);
        }}
      >
        <Trash2 aria-hidden="true" />
      </IconButton>
    </div>
  );
}

const hasGroup = (store: Parameters<typeof listSelectedGroups>[0]): boolean =>
  listSelectedGroups(store).length > 0;

function Divider() {
  return <span aria-hidden="true" className="mx-0.5 h-5 border-l border-line" />;
}

function PowerButton() {
  const t = useTexts();
  const store = useBuilderStore();
  const isOff = useBuilder(({ definition, selectedNodeIds }) =>
    areDisabled(definition.nodes.filter((node) => selectedNodeIds.has(node.id) && canBeDisabled(node))),
  );
  return (
    <IconButton
      size="sm"
      label={t(isOff ? 'selection.enable' : 'selection.disable')}
      onClick={() => {
        toggleDisabled(store, store.getState().selectedNodeIds);
      }}
    >
      <Power aria-hidden="true" />
    </IconButton>
  );
}

function AlignButton({ alignment, count }: { alignment: Alignment; count: number }) {
  const t = useTexts();
  const store = useBuilderStore();
  const Icon = icons[alignment];
  const isSpreading = alignment.startsWith('distribute');
  return (
    <IconButton
      size="sm"
      label={t(`selection.${alignment}`)}
      disabled={isSpreading && count < 3}
      onClick={() => {
        alignSelection(store, alignment);
      }}
    >
      <Icon aria-hidden="true" />
    </IconButton>
  );
}
