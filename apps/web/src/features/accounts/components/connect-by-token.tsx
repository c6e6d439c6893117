import { Button, Field, Input, Textarea } from '@instaflow/ui';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../../shared/api/call-api';
import { FormError } from '../../../shared/forms/form-error';
import { useConnected } from '../hooks/use-connected';
import { checkConnection, toConnection, type ConnectionProblems } from '../check-connection';
import { TokenHelp } from './token-help';

export type ConnectByTokenProps = { onBack: () => void };

const empty = { username: '', userId: '', token: '', expiresOn: '' };

/** The form for a real account. */
export function ConnectByToken({ onBack }: ConnectByTokenProps) {
  const { t } = useTranslation('accounts');
  const [values, setValues] = useState(empty);
  const [problems, setProblems] = useState<ConnectionProblems>({});
  const onConnected = useConnected();
  const connect = useMutation({
    mutationFn: () => callApi('connectAccount', { body: toConnection(values) }),
    onSuccess: onConnected,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = checkConnection(values);
    setProblems(found);
    if (Object.keys(found).length === 0) connect.mutate();
  };
  const bind = (name: keyof typeof empty) => ({
    value: values[name],
    autoComplete: 'off',
    onChange: (event: { target: { value: string } }) => setValues({ ...values, [name]: event.target.value }),
  });
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      <TokenHelp />
      <Field label={t('connect.username')} error={problems.username && t('connect.problemUsername')}>
        <Input autoCapitalize="none" {...bind('username')} />
      </Field>
      <Field
        label={t('connect.userId')}
        hint={t('connect.userIdHint')}
        error={problems.userId && t('connect.problemUserId')}
      >
        <Input inputMode="numeric" {...bind('userId')} />
      </Field>
      <Field
        label={t('connect.token')}
        hint={t('connect.tokenHint')}
        error={problems.token && t('connect.problemToken')}
      >
        <Textarea rows={2} spellCheck={false} className="font-mono text-sm" {...bind('token')} />
      </Field>
      <Field label={t('connect.expires')}>
        <Input type="date" {...bind('expiresOn')} />
      </Field>
      <FormError error={connect.error} />
      <div className="flex justify-between gap-2 pb-3">
        <Button variant="ghost" onClick={onBack}>
          {t('connect.back')}
        </Button>
        <Button type="submit" variant="primary" isBusy={connect.isPending}>
          {t('connect.submit')}
        </Button>
      </div>
    </form>
  );
}
