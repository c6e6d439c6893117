import { Button, Field, Input } from '@instaflow/ui';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../shared/api/call-api';
import { usePageTitle } from '../../shared/components/use-page-title';
import { fieldError } from '../../shared/forms/field-error';
import { addCatalogue } from '../../shared/i18n/add-catalogue';
import { beginSession } from '../../shared/session/begin-session';
import { AuthError } from './auth-error';
import { AuthLink } from './auth-link';
import { checkCredentials, type CredentialProblems } from './check-credentials';
import english from './locales/en.json';

addCatalogue('auth', english);

const empty = { firstName: '', lastName: '', email: '', password: '' };

/** Creates an account and signs in with it. */
export function RegisterPage() {
  const { t } = useTranslation('auth');
  usePageTitle(t('register.title'));
  const [values, setValues] = useState(empty);
  const [problems, setProblems] = useState<CredentialProblems>({});
  const register = useMutation({
    mutationFn: () => callApi('register', { body: { ...values, email: values.email.trim() } }),
    onSuccess: beginSession,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = checkCredentials(values, 8);
    setProblems(found);
    if (Object.keys(found).length === 0) register.mutate();
  };
  const bind = (name: keyof typeof empty) => ({
    name,
    value: values[name],
    onChange: (event: { target: { value: string } }) => setValues({ ...values, [name]: event.target.value }),
  });
  return (
    <div className="flex flex-col gap-5">
      <h1 className="text-2xl font-semibold tracking-tight">{t('register.title')}</h1>
      <form noValidate onSubmit={submit} className="flex flex-col gap-4">
        <div className="grid grid-cols-2 gap-3">
          <Field label={t('register.firstName')}>
            <Input autoComplete="given-name" {...bind('firstName')} />
          </Field>
          <Field label={t('register.lastName')}>
            <Input autoComplete="family-name" {...bind('lastName')} />
          </Field>
        </div>
        <Field
          label={t('register.email')}
          error={problems.email ? t(`problems.${problems.email}`) : fieldError(register.error, 'email')}
        >
          <Input type="email" autoComplete="username" {...bind('email')} />
        </Field>
        <Field
          label={t('register.password')}
          hint={t('register.passwordHint')}
          error={
            problems.password ? t(`problems.${problems.password}`) : fieldError(register.error, 'password')
          }
        >
          <Input type="password" autoComplete="new-password" {...bind('password')} />
        </Field>
        <AuthError error={register.error} expected={{ code: 'email_taken', text: t('register.taken') }} />
        <Button type="submit" variant="primary" size="lg" isBusy={register.isPending}>
          {t('register.submit')}
        </Button>
      </form>
      <AuthLink question={t('register.hasAccount')} answer={t('register.login')} path="/login" />
    </div>
  );
}
