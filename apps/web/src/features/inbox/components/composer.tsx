import type { Conversation } from '@instaflow/contracts';
import { Notice } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { useAccess } from '../../../shared/account/use-access';
import { windowStateOf } from '../../../shared/conversation/window-state';
import { useFormat } from '../../../shared/format/use-format';
import { useNow } from '../../../shared/format/use-now';
import { ComposerForm } from './composer-form';

export type ComposerProps = { conversation: Conversation };

/** Where a person answers; says why when Instagram, or their role, does not allow it. */
export function Composer({ conversation }: ComposerProps) {
  const { t } = useTranslation('inbox');
  const format = useFormat();
  const { role, can } = useAccess();
  const state = windowStateOf(conversation, useNow());
  if (role !== null && !can('answerPeople')) return <Notice className="m-3">{t('composer.noAccess')}</Notice>;
  if (!('endsAt' in state)) {
    return (
      <Notice tone="warning" className="m-3">
        {t(`window.${state.kind}Hint`)}
      </Notice>
    );
  }
  const time = `${format.date(state.endsAt)}, ${format.time(state.endsAt)}`;
  return (
    <div className="border-t border-line bg-surface p-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
      {state.kind === 'human' && <Notice className="mb-2">{t('window.humanHint', { time })}</Notice>}
      <ComposerForm conversationId={conversation.conversationId} />
    </div>
  );
}
