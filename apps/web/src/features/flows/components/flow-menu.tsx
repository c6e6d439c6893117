import type { FlowSummary } from '@instaflow/contracts';
import { ConfirmDialog, DropdownMenu, IconButton, MenuItem, MenuSeparator, toast } from '@instaflow/ui';
import { Copy, EllipsisVertical, PenLine, Power, PowerOff, Smartphone, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAccess } from '../../../shared/account/use-access';
import { useTestPhoneUrl } from '../../../shared/account/use-test-phone-url';
import { useErrorText } from '../../../shared/components/use-error-text';
import { useFlowActions } from '../api/use-flow-actions';
import { FlowProblemsDialog } from './flow-problems-dialog';

export type FlowMenuProps = { flow: FlowSummary };

/** What one can do with a flow without opening it. */
export function FlowMenu({ flow }: FlowMenuProps) {
  const { t } = useTranslation(['flows', 'app']);
  const navigate = useNavigate();
  const errorText = useErrorText();
  const phoneUrl = useTestPhoneUrl();
  const { can } = useAccess();
  const { setActive, duplicate, remove } = useFlowActions(flow);
  const [isDeleting, setIsDeleting] = useState(false);
  const [problems, setProblems] = useState<unknown>(null);
  const { name } = flow;
  const openPath = `/accounts/${flow.instagramAccountId}/flows/${flow.flowId}`;
  const onError = (error: unknown) => toast.error(errorText(error));
  return (
    <>
      <DropdownMenu
        trigger={
          <IconButton size="sm" hasTooltip={false} label={t('menu', { name })}>
            <EllipsisVertical aria-hidden="true" />
          </IconButton>
        }
      >
        <MenuItem onSelect={() => void navigate(openPath)}>
          <PenLine aria-hidden="true" />
          {t('edit')}
        </MenuItem>
        {phoneUrl && (
          <MenuItem asChild>
            <a href={phoneUrl} target="_blank" rel="noopener noreferrer">
              <Smartphone aria-hidden="true" />
              {t('app:actions.openTestPhone')}
            </a>
          </MenuItem>
        )}
        {can('editFlows') && (
          <>
            {flow.status === 'active' ? (
              <MenuItem
                onSelect={() =>
                  setActive.mutate(false, {
                    onSuccess: () => toast.success(t('done.deactivated', { name })),
                    onError,
                  })
                }
              >
                <PowerOff aria-hidden="true" />
                {t('deactivate')}
              </MenuItem>
            ) : (
              <MenuItem
                onSelect={() =>
                  setActive.mutate(true, {
                    onSuccess: () => toast.success(t('done.activated', { name })),
                    onError: setProblems,
                  })
                }
              >
                <Power aria-hidden="true" />
                {t('activate')}
              </MenuItem>
            )}
            <MenuItem
              onSelect={() =>
                duplicate.mutate(undefined, {
                  onSuccess: (copy) => toast.success(t('done.duplicated', { name: copy.name })),
                  onError,
                })
              }
            >
              <Copy aria-hidden="true" />
              {t('duplicate')}
            </MenuItem>
            <MenuSeparator />
            <MenuItem isDangerous onSelect={() => setIsDeleting(true)}>
              <Trash2 aria-hidden="true" />
              {t('delete')}
            </MenuItem>
          </>
        )}
      </DropdownMenu>
      {isDeleting && (
        <ConfirmDialog
          isOpen
          onOpenChange={setIsDeleting}
          title={t('deleteTitle', { name })}
          description={t('deleteText')}
          confirmLabel={t('delete')}
          cancelLabel={t('app:actions.cancel')}
          isDangerous
          isBusy={remove.isPending}
          error={remove.error && errorText(remove.error)}
          onConfirm={() =>
            remove.mutate(undefined, {
              onSuccess: () => {
                setIsDeleting(false);
                toast.success(t('done.deleted', { name }));
              },
            })
          }
        />
      )}
      {problems !== null && (
        <FlowProblemsDialog name={name} path={openPath} error={problems} onClose={() => setProblems(null)} />
      )}
    </>
  );
}
