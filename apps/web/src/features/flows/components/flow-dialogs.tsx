import type { FlowSummary } from '@instaflow/contracts';
import { useTranslation } from 'react-i18next';
import type { FlowCommand } from '../flow-command';
import type { FlowQuestion } from '../flow-question';
import { ChooseFolderDialog } from '../folders/choose-folder-dialog';
import { DeleteFlowsDialog } from './delete-flows-dialog';
import { DuplicateDialog } from './duplicate-dialog';

export type FlowDialogsProps = {
  question: FlowQuestion;
  onRun: (flows: readonly FlowSummary[], command: FlowCommand) => void;
  onClose: () => void;
};

/** Asks what has to be known before something is done with flows. */
export function FlowDialogs({ question: { kind, flows }, onRun, onClose }: FlowDialogsProps) {
  const { t } = useTranslation('flows');
  const run = (command: FlowCommand) => {
    onClose();
    onRun(flows, command);
  };
  const [first] = flows;
  if (!first) return null;
  const name = flows.length === 1 ? first.name : t('bulk.flows', { count: flows.length });
  switch (kind) {
    case 'delete':
      return <DeleteFlowsDialog flows={flows} onMany={() => run({ kind: 'delete' })} onClose={onClose} />;
    case 'duplicate':
      return (
        <DuplicateDialog
          name={name}
          onChoose={(instagramAccountId) => run({ kind: 'duplicate', instagramAccountId })}
          onClose={onClose}
        />
      );
    case 'move':
      return (
        <ChooseFolderDialog
          title={t('moveTitle', { name })}
          current={flows.every(({ folderId }) => folderId === first.folderId) ? first.folderId : undefined}
          onChoose={(folderId) => run({ kind: 'move', folderId })}
          onClose={onClose}
        />
      );
  }
}
