import type { FlowSummary } from '@instaflow/contracts';
import { MenuItem, MenuSeparator, toast } from '@instaflow/ui';
import { Copy, Pause, Play, Power, PowerOff, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../../shared/components/use-error-text';
import { usePauseFlow } from '../../../shared/flow/use-pause-flow';
import { useFlowActions } from '../api/use-flow-actions';

export type FlowEditItemsProps = {
  flow: FlowSummary;
  onDelete: () => void;
  /** It could not be published. */
  onRefused: (error: unknown) => void;
};

/** The items of a flow's menu for those who may edit. */
export function FlowEditItems({ flow, onDelete, onRefused }: FlowEditItemsProps) {
  const { t } = useTranslation('flows');
  const errorText = useErrorText();
  const { setActive, duplicate } = useFlowActions(flow);
  const pause = usePauseFlow(flow);
  const { name } = flow;
  const isActive = flow.status === 'active';
  const isPaused = flow.pausedAt !== null;
  const onError = (error: unknown) => void toast.error(errorText(error));
  // `mutateAsync`: the menu is gone before the answer comes, and callbacks of `mutate` would go with it.
  const toggle = () =>
    setActive
      .mutateAsync(!isActive)
      .then(
        () => void toast.success(isActive ? t('done.deactivated', { name }) : t('done.activated', { name })),
        isActive ? onError : onRefused,
      );
  const togglePause = () =>
    pause
      .mutateAsync(!isPaused)
      .then(
        () => void toast.success(isPaused ? t('done.resumed', { name }) : t('done.paused', { name })),
        onError,
      );
  const copy = () =>
    duplicate
      .mutateAsync()
      .then((made) => void toast.success(t('done.duplicated', { name: made.name })), onError);
  return (
    <>
      <MenuItem onSelect={() => void toggle()}>
        {isActive ? <PowerOff aria-hidden="true" /> : <Power aria-hidden="true" />}
        {isActive ? t('deactivate') : t('activate')}
      </MenuItem>
      {(isPaused || flow.publishedVersion !== null) && (
        <MenuItem onSelect={() => void togglePause()}>
          {isPaused ? <Play aria-hidden="true" /> : <Pause aria-hidden="true" />}
          {isPaused ? t('resume') : t('pause')}
        </MenuItem>
      )}
      <MenuItem onSelect={() => void copy()}>
        <Copy aria-hidden="true" />
        {t('duplicate')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem isDangerous onSelect={onDelete}>
        <Trash2 aria-hidden="true" />
        {t('delete')}
      </MenuItem>
    </>
  );
}
