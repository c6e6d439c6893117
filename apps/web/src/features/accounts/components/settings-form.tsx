import type { AccountSettings, InstagramAccount } from '@instaflow/contracts';
import { Button, Notice, toast } from '@instaflow/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccess } from '../../../shared/account/use-access';
import { callApi } from '../../../shared/api/call-api';
import { queryKeys } from '../../../shared/api/query-keys';
import { FormError } from '../../../shared/forms/form-error';
import { checkSettings, hasSettingsProblems } from '../check-settings';
import { fromDraft, toDraft, type SettingsDraft } from '../settings-draft';
import { AnsweringSettings } from './answering-settings';
import { FallbackSettings } from './fallback-settings';
import { LimitSettings } from './limit-settings';
import { QuietSettings } from './quiet-settings';

export type SettingsFormProps = { account: InstagramAccount; settings: AccountSettings };

/** All settings in one form with one way to save. */
export function SettingsForm({ account, settings }: SettingsFormProps) {
  const { t } = useTranslation(['accounts', 'app']);
  const queryClient = useQueryClient();
  const isReadOnly = !useAccess().can('manageAccounts');
  const [draft, setDraft] = useState<SettingsDraft>(() => toDraft(settings));
  const problems = checkSettings(draft);
  const isChanged = JSON.stringify(draft) !== JSON.stringify(toDraft(settings));
  const id = account.instagramAccountId;
  const save = useMutation({
    mutationFn: () => callApi('updateAccountSettings', { params: { id }, body: fromDraft(draft) }),
    onSuccess: (saved) => {
      queryClient.setQueryData(queryKeys.accountSettings(id), saved);
      setDraft(toDraft(saved));
      toast.success(t('settings.saved'));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!hasSettingsProblems(problems)) save.mutate();
  };
  const part = {
    draft,
    problems,
    onChange: (change: Partial<SettingsDraft>) => setDraft((previous) => ({ ...previous, ...change })),
  };
  return (
    <form noValidate onSubmit={submit}>
      <fieldset disabled={isReadOnly} className="flex flex-col gap-4">
        {isReadOnly && <Notice>{t('settings.readOnly')}</Notice>}
        <AnsweringSettings {...part} />
        <QuietSettings {...part} />
        <LimitSettings {...part} />
        <FallbackSettings {...part} />
        <FormError error={save.error} />
        {isChanged && (
          <div className="sticky bottom-4 z-10 flex flex-wrap items-center justify-end gap-2 rounded-lg bg-raised p-3 shadow-float">
            <span className="mr-auto text-sm text-ink-muted">{t('settings.unsaved')}</span>
            <Button variant="ghost" onClick={() => setDraft(toDraft(settings))}>
              {t('settings.discard')}
            </Button>
            <Button
              type="submit"
              variant="primary"
              isBusy={save.isPending}
              disabled={hasSettingsProblems(problems)}
            >
              {t('app:actions.save')}
            </Button>
          </div>
        )}
      </fieldset>
    </form>
  );
}
