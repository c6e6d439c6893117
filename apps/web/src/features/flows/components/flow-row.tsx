import type { FlowSummary } from '@instaflow/contracts';
import { Checkbox, TableCell } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { setDragged } from '../folders/dragged';
import type { FlowQuestion } from '../flow-question';
import { FlowBadges } from './flow-badges';
import { FlowFigureCells } from './flow-figure-cells';
import { FlowMenu } from './flow-menu';
import { FlowNameCell } from './flow-name-cell';

export type FlowRowProps = {
  flow: FlowSummary;
  /** Path of the folder it is in, where that is not plain from the list. */
  folder: string;
  isChosen: boolean;
  onChoose: (isChosen: boolean) => void;
  /** All flows that go along when this one is dragged; empty when nothing may be moved. */
  dragged: readonly string[];
  onAsk: (question: FlowQuestion) => void;
};

/** One flow of the list. */
export function FlowRow({ flow, folder, isChosen, onChoose, dragged, onAsk }: FlowRowProps) {
  const { t } = useTranslation('flows');
  const { name } = flow;
  const path = `/accounts/${flow.instagramAccountId}/flows/${flow.flowId}`;
  return (
    <tr
      className="transition-colors hover:bg-hover/50"
      draggable={dragged.length > 0}
      onDragStart={(event) => setDragged(event, { kind: 'flows', ids: [...dragged] })}
    >
      <TableCell className="w-px pr-0">
        <Checkbox
          label={<span className="sr-only">{t('bulk.choose', { name })}</span>}
          isChecked={isChosen}
          onChange={onChoose}
        />
      </TableCell>
      <FlowNameCell flow={flow} path={path} folder={folder} />
      <TableCell className="max-sm:hidden">
        <FlowBadges flow={flow} />
      </TableCell>
      <FlowFigureCells flow={flow} path={path} />
      <TableCell className="w-px pl-0 text-right">
        <FlowMenu flow={flow} onAsk={onAsk} />
      </TableCell>
    </tr>
  );
}
