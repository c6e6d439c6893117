import { Button, Card, Field, Input } from '@instaflow/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { callApi } from '../../../shared/api/call-api';
import { fieldError } from '../../../shared/forms/field-error';
import { FormError } from '../../../shared/forms/form-error';
import { useConnected } from '../hooks/use-connected';
import { useConnectTexts } from '../use-connect-texts';

/** An account at the built-in simulator, by one click. */
export function ConnectSimulator() {
  const t = useConnectTexts();
  const [username, setUsername] = useState('');
  const onConnected = useConnected();
  const connect = useMutation({
    mutationFn: () =>
      callApi('connectSimulatedAccount', { body: username.trim() ? { username: username.trim() } : {} }),
    onSuccess: onConnected,
  });
  const usernameError = fieldError(connect.error, 'username');
  return (
    <Card title={t('way.simulator.title')}>
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          connect.mutate();
        }}
      >
        <p className="text-ink-muted">{t('way.simulator.text')}</p>
        <Field label={t('way.simulator.name')} error={usernameError}>
          <Input
            value={username}
            autoComplete="off"
            autoCapitalize="none"
            onChange={(event) => setUsername(event.target.value)}
          />
        </Field>
        {!usernameError && <FormError error={connect.error} />}
        <Button type="submit" variant="primary" className="self-start" isBusy={connect.isPending}>
          {t('way.simulator.action')}
        </Button>
      </form>
    </Card>
  );
}
