import type { NodeOf } from '@instaflow/flow-model';
import { Notice } from '@instaflow/ui';
import { useTexts } from '../../texts/use-texts';
import { TemplateField } from '../fields/template-field';
import { TextInput } from '../fields/text-input';
import { useStepEdit } from '../use-step-edit';

/** Forms of the kinds with one field or none. */
export function NotifyTeamForm({ node }: { node: NodeOf<'notify_team'> }) {
  const t = useTexts();
  const edit = useStepEdit(node.id);
  return (
    <TemplateField
      nodeId={node.id}
      path="message"
      label={t('fields.notify')}
      value={node.message ?? ''}
      onChange={(message) => {
        edit({ message }, 'message');
      }}
    />
  );
}

export function GoalForm({ node }: { node: NodeOf<'goal'> }) {
  const t = useTexts();
  const edit = useStepEdit(node.id);
  return (
    <TextInput
      nodeId={node.id}
      path="goal"
      label={t('fields.goal')}
      hint={t('fields.goalHint')}
      value={node.goal ?? ''}
      onChange={(goal) => {
        edit({ goal }, 'goal');
      }}
    />
  );
}

export function FollowGateForm() {
  const t = useTexts();
  return <Notice>{t('fields.followHint')}</Notice>;
}

export function BusinessHoursForm() {
  const t = useTexts();
  return <Notice>{t('fields.hoursHint')}</Notice>;
}

/** Kinds that can be kept but not edited yet. */
export function LaterForm() {
  const t = useTexts();
  return <Notice>{t('panel.soon')}</Notice>;
}
