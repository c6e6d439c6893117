import type { FlowSummary } from '@instaflow/contracts';
import { MenuItem, MenuSeparator, toast } from '@instaflow/ui';
import {
  Archive,
  ArchiveRestore,
  Copy,
  CopyPlus,
  FolderInput,
  Pause,
  Play,
  Power,
  PowerOff,
  Trash2,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../../shared/components/use-error-text';
import { useDuplicate } from '../api/use-duplicate';
import { useFlowActions } from '../api/use-flow-actions';
import { useFlowCommand } from '../api/use-flow-command';
import type { FlowQuestion } from '../flow-question';

export type FlowEditItemsProps = {
  flow: FlowSummary;
  onAsk: (question: FlowQuestion) => void;
  /** It could not be published. */
  onRefused: (error: unknown) => void;
};

/** The items of a flow's menu for those who may edit. */
export function FlowEditItems({ flow, onAsk, onRefused }: FlowEditItemsProps) {
  const { t } = useTranslation('flows');
  const act = useFlowCommand();
  const duplicate = useDuplicate();
  const ask = (kind: FlowQuestion['kind']) => onAsk({ kind, flows: [flow] });
  const isPaused = flow.pausedAt !== null;
  const isArchived = flow.archivedAt !== null;
  return (
    <>
      {!isArchived && <ActiveItem flow={flow} onRefused={onRefused} />}
      {!isArchived && (isPaused || flow.publishedVersion !== null) && (
        <MenuItem onSelect={() => void act(flow, { kind: isPaused ? 'resume' : 'pause' })}>
          {isPaused ? <Play aria-hidden="true" /> : <Pause aria-hidden="true" />}
          {isPaused ? t('resume') : t('pause')}
        </MenuItem>
      )}
      <MenuItem onSelect={() => void duplicate(flow)}>
        <Copy aria-hidden="true" />
        {t('duplicate')}
      </MenuItem>
      <MenuItem onSelect={() => ask('duplicate')}>
        <CopyPlus aria-hidden="true" />
        {t('duplicateTo')}
      </MenuItem>
      <MenuItem onSelect={() => ask('move')}>
        <FolderInput aria-hidden="true" />
        {t('move')}
      </MenuItem>
      <MenuItem onSelect={() => void act(flow, { kind: isArchived ? 'unarchive' : 'archive' })}>
        {isArchived ? <ArchiveRestore aria-hidden="true" /> : <Archive aria-hidden="true" />}
        {isArchived ? t('unarchive') : t('archive')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem isDangerous onSelect={() => ask('delete')}>
        <Trash2 aria-hidden="true" />
        {t('delete')}
      </MenuItem>
    </>
  );
}

function ActiveItem({ flow, onRefused }: Omit<FlowEditItemsProps, 'onAsk'>) {
  const { t } = useTranslation('flows');
  const errorText = useErrorText();
  const { setActive } = useFlowActions(flow);
  const { name } = flow;
  const isActive = flow.status === 'active';
  const onError = (error: unknown) => void toast.error(errorText(error));
  // `mutateAsync`: the menu is gone before the answer comes, and callbacks of `mutate` would go with it.
  const toggle = () =>
    setActive
      .mutateAsync(!isActive)
      .then(
        () => void toast.success(isActive ? t('done.deactivated', { name }) : t('done.activated', { name })),
        isActive ? onError : onRefused,
      );
  return (
    <MenuItem onSelect={() => void toggle()}>
      {isActive ? <PowerOff aria-hidden="true" /> : <Power aria-hidden="true" />}
      {isActive ? t('deactivate') : t('activate')}
    </MenuItem>
  );
}
