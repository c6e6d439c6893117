import type { FlowSummary } from '@instaflow/contracts';
import { Button, DropdownMenu, MenuItem, MenuSeparator } from '@instaflow/ui';
import {
  Archive,
  ArchiveRestore,
  ChevronDown,
  Copy,
  Download,
  FolderInput,
  Pause,
  Play,
  Trash2,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useAccess } from '../../../shared/account/use-access';
import type { FlowCommand } from '../flow-command';
import type { FlowQuestion } from '../flow-question';
import { listApplicable } from './list-applicable';

export type BulkBarProps = {
  flows: readonly FlowSummary[];
  onRun: (flows: readonly FlowSummary[], command: FlowCommand) => void;
  onAsk: (question: FlowQuestion) => void;
  onExport: (flows: readonly FlowSummary[]) => void;
  onClear: () => void;
};

const simple = [
  { kind: 'pause', Icon: Pause },
  { kind: 'resume', Icon: Play },
  { kind: 'archive', Icon: Archive },
  { kind: 'unarchive', Icon: ArchiveRestore },
] as const;

/** What can be done with all chosen flows at once. */
export function BulkBar({ flows, onRun, onAsk, onExport, onClear }: BulkBarProps) {
  const { t } = useTranslation('flows');
  const canEdit = useAccess().can('editFlows');
  return (
    <div
      role="toolbar"
      aria-label={t('bulk.label')}
      className="sticky top-2 z-10 mb-3 flex flex-wrap items-center gap-2 rounded-lg border border-line bg-raised px-3 py-2 shadow-float"
    >
      <p role="status" className="mr-auto text-sm font-medium">
        {t('bulk.selected', { count: flows.length })}
      </p>
      {canEdit && (
        <Button size="sm" onClick={() => onAsk({ kind: 'move', flows })}>
          <FolderInput aria-hidden="true" />
          {t('move')}
        </Button>
      )}
      <Button size="sm" onClick={() => onExport(flows)}>
        <Download aria-hidden="true" />
        {t('export')}
      </Button>
      {canEdit && <MoreMenu flows={flows} onRun={onRun} onAsk={onAsk} />}
      <Button size="sm" variant="ghost" onClick={onClear}>
        {t('bulk.clear')}
      </Button>
    </div>
  );
}

function MoreMenu({ flows, onRun, onAsk }: Pick<BulkBarProps, 'flows' | 'onRun' | 'onAsk'>) {
  const { t } = useTranslation('flows');
  return (
    <DropdownMenu
      trigger={
        <Button size="sm">
          {t('bulk.more')}
          <ChevronDown aria-hidden="true" />
        </Button>
      }
    >
      {simple.map(({ kind, Icon }) => {
        const applicable = listApplicable(flows, kind);
        return (
          <MenuItem
            key={kind}
            disabled={applicable.length === 0}
            onSelect={() => onRun(applicable, { kind })}
          >
            <Icon aria-hidden="true" />
            {t('bulk.item', { action: t(kind), count: applicable.length })}
          </MenuItem>
        );
      })}
      <MenuItem onSelect={() => onAsk({ kind: 'duplicate', flows })}>
        <Copy aria-hidden="true" />
        {t('duplicateTo')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem isDangerous onSelect={() => onAsk({ kind: 'delete', flows })}>
        <Trash2 aria-hidden="true" />
        {t('delete')}
      </MenuItem>
    </DropdownMenu>
  );
}
