import type { FlowSummary } from '@instaflow/contracts';
import { DropdownMenu, IconButton, MenuItem } from '@instaflow/ui';
import { Download, EllipsisVertical, Hourglass, PenLine, Smartphone } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAccess } from '../../../shared/account/use-access';
import { useTestPhoneUrl } from '../../../shared/account/use-test-phone-url';
import type { FlowQuestion } from '../flow-question';
import { useExport } from '../transfer/use-export';
import { FlowEditItems } from './flow-edit-items';
import { FlowProblemsDialog } from './flow-problems-dialog';

export type FlowMenuProps = { flow: FlowSummary; onAsk: (question: FlowQuestion) => void };

/** What one can do with a flow without opening it. */
export function FlowMenu({ flow, onAsk }: FlowMenuProps) {
  const { t } = useTranslation(['flows', 'app']);
  const navigate = useNavigate();
  const phoneUrl = useTestPhoneUrl();
  const exportFlows = useExport();
  const { can } = useAccess();
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
        <MenuItem onSelect={() => void exportFlows([flow])}>
          <Download aria-hidden="true" />
          {t('export')}
        </MenuItem>
        {can('editFlows') && <FlowEditItems flow={flow} onAsk={onAsk} onRefused={setRefusal} />}
      </DropdownMenu>
      {refusal !== null && (
        <FlowProblemsDialog name={name} path={path} error={refusal} onClose={() => setRefusal(null)} />
      )}
    </>
  );
}
