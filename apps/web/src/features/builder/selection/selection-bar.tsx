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
  Workflow,
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
      <BarButton
        label={t('selection.group')}
        Icon={Group}
        onClick={() => {
          groupSelection(store, t('groupView.newName'));
        }}
      />
      {isGrouped && (
        <BarButton
          label={t('selection.ungroup')}
          Icon={Ungroup}
          onClick={() => {
            ungroupSelection(store);
          }}
        />
      )}
      <BarButton
        label={t('selection.extract')}
        Icon={Workflow}
        onClick={() => {
          store.getState().setDialog('extract');
        }}
      />
      <PowerButton />
      <BarButton
        label={t('selection.duplicate')}
        Icon={CopyPlus}
        onClick={() => {
          duplicateSelection(store);
        }}
      />
      <BarButton
        label={t('selection.delete')}
        Icon={Trash2}
        onClick={() => {
          deleteSelection(store);
        }}
      />
    </div>
  );
}

const hasGroup = (store: Parameters<typeof listSelectedGroups>[0]): boolean =>
  listSelectedGroups(store).length > 0;

function Divider() {
  return <span aria-hidden="true" className="mx-0.5 h-5 border-l border-line" />;
}

function BarButton({
  label,
  Icon,
  isDisabled = false,
  onClick,
}: {
  label: string;
  Icon: LucideIcon;
  isDisabled?: boolean;
  onClick: () => void;
}) {
  return (
    <IconButton size="sm" label={label} disabled={isDisabled} onClick={onClick}>
      <Icon aria-hidden="true" />
    </IconButton>
  );
}

function PowerButton() {
  const t = useTexts();
  const store = useBuilderStore();
  const isOff = useBuilder(({ definition, selectedNodeIds }) =>
    areDisabled(definition.nodes.filter((node) => selectedNodeIds.has(node.id) && canBeDisabled(node))),
  );
  return (
    <BarButton
      label={t(isOff ? 'selection.enable' : 'selection.disable')}
      Icon={Power}
      onClick={() => {
        toggleDisabled(store, store.getState().selectedNodeIds);
      }}
    />
  );
}

function AlignButton({ alignment, count }: { alignment: Alignment; count: number }) {
  const t = useTexts();
  const store = useBuilderStore();
  const isSpreading = alignment.startsWith('distribute');
  return (
    <BarButton
      label={t(`selection.${alignment}`)}
      Icon={icons[alignment]}
      isDisabled={isSpreading && count < 3}
      onClick={() => {
        alignSelection(store, alignment);
      }}
    />
  );
}
