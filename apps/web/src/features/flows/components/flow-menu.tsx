import type { FlowSummary } from '@instaflow/contracts';
import { DropdownMenu, IconButton, MenuItem } from '@instaflow/ui';
import { EllipsisVertical, Hourglass, PenLine, Smartphone } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAccess } from '../../../shared/account/use-access';
import { useTestPhoneUrl } from '../../../shared/account/use-test-phone-url';
import { DeleteFlowDialog } from './delete-flow-dialog';
import { FlowEditItems } from './flow-edit-items';
import { FlowProblemsDialog } from './flow-problems-dialog';

export type FlowMenuProps = { flow: FlowSummary };

/** What one can do with a flow without opening it. */
export function FlowMenu({ flow }: FlowMenuProps) {
  const { t } = useTranslation(['flows', 'app']);
  const navigate = useNavigate();
  const phoneUrl = useTestPhoneUrl();
  const { can } = useAccess();
  const [isDeleting, setIsDeleting] = useState(false);
  const [refusal, setRefusal] = useState<unknown>(null);
  const { name } = flow;
  const path = `/accounts/${flow.instagramAccountId}/flows/${flow.flowId}`;
  return (
    <>
      <DropdownMenu
        trigger={
          <IconButton size="sm" hasTooltip={false} label={t('menu', { name })}>
            <EllipsisVertical aria-hidden="true" />
          </IconButton>
        }
      >
        <MenuItem onSelect={() => void navigate(path)}>
          <PenLine aria-hidden="true" />
          {t('edit')}
        </MenuItem>
        <MenuItem onSelect={() => void navigate(`${path}/waiting`)}>
          <Hourglass aria-hidden="true" />
          {t('waiting')}
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
          <FlowEditItems flow={flow} onDelete={() => setIsDeleting(true)} onRefused={setRefusal} />
        )}
      </DropdownMenu>
      {isDeleting && <DeleteFlowDialog flow={flow} onClose={() => setIsDeleting(false)} />}
      {refusal !== null && (
        <FlowProblemsDialog name={name} path={path} error={refusal} onClose={() => setRefusal(null)} />
      )}
    </>
  );
}
