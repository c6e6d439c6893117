import { Button, Field, Input, Textarea } from '@instaflow/ui';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { callApi } from '../../../shared/api/call-api';
import { FormError } from '../../../shared/forms/form-error';
import { useConnected } from '../hooks/use-connected';
import { checkConnection, toConnection, type ConnectionProblems } from '../check-connection';
import { useConnectTexts } from '../use-connect-texts';

export type LongTokenFormProps = { workspaceId: string | undefined };

const empty = { username: '', userId: '', token: '', expiresOn: '' };

/** A token of 60 days with the account it belongs to, as the App Dashboard shows them. */
export function LongTokenForm({ workspaceId }: LongTokenFormProps) {
  const t = useConnectTexts();
  const [values, setValues] = useState(empty);
  const [problems, setProblems] = useState<ConnectionProblems>({});
  const onConnected = useConnected();
  const connect = useMutation({
    mutationFn: () =>
      callApi('connectAccount', { body: { ...toConnection(values), ...(workspaceId && { workspaceId }) } }),
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
      <Field label={t('token.username')} error={problems.username && t('token.problemUsername')}>
        <Input autoCapitalize="none" {...bind('username')} />
      </Field>
      <Field
        label={t('token.userId')}
        hint={t('token.userIdHint')}
        error={problems.userId && t('token.problemUserId')}
      >
        <Input inputMode="numeric" {...bind('userId')} />
      </Field>
      <Field
        label={t('token.token')}
        hint={t('token.tokenHint')}
        error={problems.token && t('token.problemToken')}
      >
        <Textarea rows={2} spellCheck={false} className="font-mono text-sm" {...bind('token')} />
      </Field>
      <Field label={t('token.expires')}>
        <Input type="date" {...bind('expiresOn')} />
      </Field>
      <FormError error={connect.error} />
      <Button type="submit" variant="primary" className="self-end" isBusy={connect.isPending}>
        {t('token.submit')}
      </Button>
    </form>
  );
}
