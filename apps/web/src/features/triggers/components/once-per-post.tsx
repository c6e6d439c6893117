import { Switch } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import type { DraftPartProps } from './draft-part';

/** Whether a person is answered once below each post. */
export function OncePerPost({ draft, onChange }: DraftPartProps) {
  const { t } = useTranslation('triggers');
  return (
    <Switch
      label={t('form.oncePerPost')}
      hint={t('form.oncePerPostHint')}
      isOn={draft.oncePerPost}
      onChange={(oncePerPost) => onChange({ oncePerPost })}
    />
  );
}
