import { Button, Field, Input } from '@instaflow/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../../shared/api/call-api';
import { fieldError } from '../../../shared/forms/field-error';
import { FormError } from '../../../shared/forms/form-error';
import { useConnected } from '../hooks/use-connected';

export type ConnectChoicesProps = { hasSimulator: boolean; onToken: () => void };

/** The two ways to connect. */
export function ConnectChoices({ hasSimulator, onToken }: ConnectChoicesProps) {
  const { t } = useTranslation('accounts');
  const [username, setUsername] = useState('');
  const onConnected = useConnected();
  const connect = useMutation({
    mutationFn: () =>
      callApi('connectSimulatedAccount', { body: username.trim() ? { username: username.trim() } : {} }),
    onSuccess: onConnected,
  });
  const usernameError = fieldError(connect.error, 'username');
  return (
    <div className="flex flex-col gap-3">
      {hasSimulator && (
        <form
          className="flex flex-col gap-3 rounded-lg border border-line p-4"
          onSubmit={(event) => {
            event.preventDefault();
            connect.mutate();
          }}
        >
          <h3 className="font-semibold">{t('connect.simulatorTitle')}</h3>
          <p className="text-ink-muted">{t('connect.simulatorText')}</p>
          <Field label={t('connect.simulatorName')} error={usernameError}>
            <Input
              value={username}
              autoComplete="off"
              autoCapitalize="none"
              onChange={(event) => setUsername(event.target.value)}
            />
          </Field>
          {!usernameError && <FormError error={connect.error} />}
          <Button type="submit" variant="primary" className="self-start" isBusy={connect.isPending}>
            {t('connect.simulatorAction')}
          </Button>
        </form>
      )}
      <div className="flex flex-col gap-3 rounded-lg border border-line p-4">
        <h3 className="font-semibold">{t('connect.tokenTitle')}</h3>
        <p className="text-ink-muted">{t('connect.tokenText')}</p>
        <Button className="self-start" variant={hasSimulator ? 'secondary' : 'primary'} onClick={onToken}>
          {t('connect.tokenAction')}
        </Button>
      </div>
    </div>
  );
}
