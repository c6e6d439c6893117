import { Button, Field, Input, Notice } from '@instaflow/ui';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useSystemInfo } from '../../shared/account/use-system-info';
import { callApi } from '../../shared/api/call-api';
import { usePageTitle } from '../../shared/components/use-page-title';
import { addCatalogue } from '../../shared/i18n/add-catalogue';
import { beginSession } from '../../shared/session/begin-session';
import { AuthError } from './auth-error';
import { AuthLink } from './auth-link';
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
        <AuthError error={login.error} expected={{ code: 'invalid_credentials', text: t('login.wrong') }} />
        <Button type="submit" variant="primary" size="lg" isBusy={login.isPending}>
          {t('login.submit')}
        </Button>
      </form>
      {demoEmail && <DemoHint email={demoEmail} onUse={() => setEmail(demoEmail)} />}
      <AuthLink question={t('login.noAccount')} answer={t('login.register')} path="/register" />
    </div>
  );
}
