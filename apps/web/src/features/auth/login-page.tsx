import { Button, Field, Input, Notice } from '@instaflow/ui';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useSystemInfo } from '../../shared/account/use-system-info';
import { ApiError } from '../../shared/api/api-error';
import { callApi } from '../../shared/api/call-api';
import { usePageTitle } from '../../shared/components/use-page-title';
import { FormError } from '../../shared/forms/form-error';
import { addCatalogue } from '../../shared/i18n/add-catalogue';
import { beginSession } from '../../shared/session/begin-session';
import { checkCredentials, type CredentialProblems } from './check-credentials';
import { DemoHint } from './demo-hint';
import english from './locales/en.json';

addCatalogue('auth', english);

/** Signs in; where to go afterwards is the frame's matter. */
export function LoginPage() {
  const { t } = useTranslation('auth');
  usePageTitle(t('login.title'));
  const [search] = useSearchParams();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [problems, setProblems] = useState<CredentialProblems>({});
  const demoEmail = useSystemInfo().data?.demoEmail ?? null;
  const login = useMutation({
    mutationFn: () => callApi('login', { body: { email: email.trim(), password } }),
    onSuccess: beginSession,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = checkCredentials({ email, password }, 0);
    setProblems(found);
    if (Object.keys(found).length === 0) login.mutate();
  };
  const isWrong = login.error instanceof ApiError && login.error.status === 401;
  return (
    <div className="flex flex-col gap-5">
      <h1 className="text-2xl font-semibold tracking-tight">{t('login.title')}</h1>
      {search.get('reason') === 'expired' && <Notice tone="warning">{t('login.expired')}</Notice>}
      <form noValidate onSubmit={submit} className="flex flex-col gap-4">
        <Field label={t('login.email')} error={problems.email && t(`problems.${problems.email}`)}>
          <Input
            type="email"
            name="email"
            autoComplete="username"
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        </Field>
        <Field label={t('login.password')} error={problems.password && t(`problems.${problems.password}`)}>
          <Input
            type="password"
            name="password"
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </Field>
        {isWrong ? (
          <Notice tone="danger" role="alert">
            {t('login.wrong')}
          </Notice>
        ) : (
          <FormError error={login.error} />
        )}
        <Button type="submit" variant="primary" size="lg" isBusy={login.isPending}>
          {t('login.submit')}
        </Button>
      </form>
      {demoEmail && <DemoHint email={demoEmail} onUse={() => setEmail(demoEmail)} />}
      <p className="text-ink-muted">
        {t('login.noAccount')}{' '}
        <Link
          to={{ pathname: '/register', search: search.toString() }}
          className="font-medium text-accent-text underline underline-offset-4"
        >
          {t('login.register')}
        </Link>
      </p>
    </div>
  );
}
