import type { Contact } from '@instaflow/contracts';
import { Button, Card, Field, Input, toast } from '@instaflow/ui';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccess } from '../../../shared/account/use-access';
import { useContactActions } from '../../../shared/contact/use-contact-actions';
import { useFormat } from '../../../shared/format/use-format';
import { fieldError } from '../../../shared/forms/field-error';
import { FormError } from '../../../shared/forms/form-error';

export type ContactDetailsProps = { contact: Contact };

const fields = ['firstName', 'lastName', 'email', 'phone'] as const;

/** Name and ways to reach someone. */
export function ContactDetails({ contact }: ContactDetailsProps) {
  const { t } = useTranslation(['contacts', 'app']);
  const format = useFormat();
  const { can } = useAccess();
  const { update } = useContactActions(contact);
  const stored = {
    firstName: contact.firstName ?? '',
    lastName: contact.lastName ?? '',
    email: contact.email ?? '',
    phone: contact.phone ?? '',
  };
  const [values, setValues] = useState(stored);
  const isChanged = fields.some((name) => values[name].trim() !== stored[name]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = {
      firstName: values.firstName.trim() || null,
      lastName: values.lastName.trim() || null,
      email: values.email.trim() || null,
      phone: values.phone.trim() || null,
    };
    update.mutate(body, { onSuccess: () => toast.success(t('profile.saved')) });
  };
  return (
    <Card title={t('profile.details')}>
      <form noValidate onSubmit={submit}>
        <fieldset disabled={!can('answerPeople')} className="flex flex-col gap-3">
          {fields.map((name) => (
            <Field key={name} label={t(`profile.${name}`)} error={fieldError(update.error, name)}>
              <Input
                value={values[name]}
                onChange={(event) => setValues({ ...values, [name]: event.target.value })}
              />
            </Field>
          ))}
          {isChanged && (
            <Button type="submit" variant="primary" className="self-start" isBusy={update.isPending}>
              {t('app:actions.save')}
            </Button>
          )}
          <FormError error={update.error} />
        </fieldset>
      </form>
      <dl className="mt-4 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 border-t border-line pt-3 text-sm">
        <dt className="text-ink-muted">{t('profile.userId')}</dt>
        <dd className="text-right break-all">{contact.instagramUserId}</dd>
        <dt className="text-ink-muted">{t('profile.firstSeen')}</dt>
        <dd className="text-right">{format.date(contact.createdAt)}</dd>
      </dl>
    </Card>
  );
}
