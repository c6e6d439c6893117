import { Button, Field, Notice, Textarea } from '@instaflow/ui';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { callApi } from '../../../shared/api/call-api';
import { FormError } from '../../../shared/forms/form-error';
import { useConnected } from '../hooks/use-connected';
import { useConnectTexts } from '../use-connect-texts';

export type ShortTokenFormProps = { workspaceId: string | undefined };

/** A token of an hour: everything else is found by it. */
export function ShortTokenForm({ workspaceId }: ShortTokenFormProps) {
  const t = useConnectTexts();
  const [token, setToken] = useState('');
  const [isMissing, setMissing] = useState(false);
  const onConnected = useConnected();
  const navigate = useNavigate();
  const exchange = useMutation({
    mutationFn: () =>
      callApi('exchangeToken', { body: { accessToken: token.trim(), ...(workspaceId && { workspaceId }) } }),
    onSuccess: async (result) => {
      if (result.outcome === 'connected') await onConnected(result.instagramAccount);
      if (result.outcome === 'choose') await navigate(`/accounts?choose=${result.connectionId}`);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(token.trim() === '');
    if (token.trim() !== '') exchange.mutate();
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      <Field
        label={t('token.token')}
        hint={t('token.shortHint')}
        error={isMissing ? t('token.problemToken') : null}
      >
        <Textarea
          rows={2}
          spellCheck={false}
          autoComplete="off"
          className="font-mono text-sm"
          value={token}
          onChange={(event) => setToken(event.target.value)}
        />
      </Field>
      <FormError error={exchange.error} />
      {exchange.data?.outcome === 'denied' && <Notice tone="danger">{exchange.data.message}</Notice>}
      <Button type="submit" variant="primary" className="self-end" isBusy={exchange.isPending}>
        {t('token.submit')}
      </Button>
    </form>
  );
}
