import type { FlowSummary } from '@instaflow/contracts';
import { Checkbox, Table, TableHeader } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { useAccess } from '../../../shared/account/use-access';
import { useFolders } from '../api/use-folders';
import type { useSelection } from '../bulk/use-selection';
import type { FlowQuestion } from '../flow-question';
import { folderPath } from '../folders/folder-tree';
import { FlowRow } from './flow-row';

export type FlowTableProps = {
  flows: readonly FlowSummary[];
  /** Whether the folders of the flows are told: not inside of one. */
  hasFolders: boolean;
  selection: ReturnType<typeof useSelection>;
  onAsk: (question: FlowQuestion) => void;
};

/** Flows with their state, what starts them and how many people they met. */
export function FlowTable({ flows, hasFolders, selection, onAsk }: FlowTableProps) {
  const { t } = useTranslation('flows');
  const canEdit = useAccess().can('editFlows');
  const folders = useFolders().data ?? [];
  const pathOf = ({ folderId }: FlowSummary) =>
    hasFolders && folderId !== null ? folderPath(folders, folderId).join(' / ') : '';
  const draggedWith = ({ flowId }: FlowSummary) => {
    if (!canEdit) return [];
    return selection.has(flowId) ? selection.ids : [flowId];
  };
  return (
    <Table
      label={t('title')}
      head={
        <>
          <TableHeader className="pr-0">
            <Checkbox
              label={<span className="sr-only">{t('bulk.chooseAll')}</span>}
              isChecked={selection.isAll}
              onChange={selection.toggleAll}
            />
          </TableHeader>
          <TableHeader>{t('columns.name')}</TableHeader>
          <TableHeader className="max-sm:hidden">{t('columns.state')}</TableHeader>
          <FigureHeaders />
          <TableHeader>
            <span className="sr-only">{t('columns.actions')}</span>
          </TableHeader>
        </>
      }
    >
      {flows.map((flow) => (
        <FlowRow
          key={flow.flowId}
          flow={flow}
          folder={pathOf(flow)}
          isChosen={selection.has(flow.flowId)}
          onChoose={(isChosen) => selection.toggle(flow.flowId, isChosen)}
          dragged={draggedWith(flow)}
          onAsk={onAsk}
        />
      ))}
    </Table>
  );
}

/** The heads of what `FlowFigureCells` shows. */
function FigureHeaders() {
  const { t } = useTranslation('flows');
  return (
    <>
      <TableHeader className="text-right max-lg:hidden">
        <span title={t('figures.hint')}>{t('columns.figures')}</span>
      </TableHeader>
      <TableHeader className="text-right max-lg:hidden">{t('columns.waiting')}</TableHeader>
      <TableHeader className="max-[87rem]:hidden">{t('columns.activity')}</TableHeader>
    </>
  );
}
