import type { NodeOf } from '@instaflow/flow-model';
import { useTexts } from '../../texts/use-texts';
import { TemplateField } from '../fields/template-field';
import { useStepEdit } from '../use-step-edit';

/** What the team is told, and what the person reads before someone answers. */
export function HumanTakeoverForm({ node }: { node: NodeOf<'human_takeover'> }) {
  const t = useTexts();
  const edit = useStepEdit(node.id);
  return (
    <>
      <TemplateField
        nodeId={node.id}
        path="messageToAgent"
        label={t('fields.messageToAgent')}
        hint={t('fields.messageToAgentHint')}
        value={node.messageToAgent ?? ''}
        onChange={(messageToAgent) => {
          edit({ messageToAgent }, 'messageToAgent');
        }}
      />
      <TemplateField
        isMessage
        nodeId={node.id}
        path="messageToContact"
        label={t('fields.messageToContact')}
        value={node.messageToContact ?? ''}
        onChange={(messageToContact) => {
          edit({ messageToContact }, 'messageToContact');
        }}
      />
    </>
  );
}
