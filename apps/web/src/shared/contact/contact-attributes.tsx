import type { Contact } from '@instaflow/contracts';
import { IconButton } from '@instaflow/ui';
import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useAccess } from '../account/use-access';
import { FormError } from '../forms/form-error';
import { AddAttribute } from './add-attribute';
import { AttributeValue } from './attribute-value';
import { useContactActions } from './use-contact-actions';

export type ContactAttributesProps = { contact: Contact };

/** Named values of a contact, edited in place. */
export function ContactAttributes({ contact }: ContactAttributesProps) {
  const { t } = useTranslation(['contacts', 'app']);
  const { can } = useAccess();
  const { update } = useContactActions(contact);
  const canEdit = can('answerPeople');
  const change = (name: string, value: string | number | boolean | null) =>
    update.mutate({ customAttributes: { [name]: value } });
  const attributes = Object.entries(contact.customAttributes);
  return (
    <div className="flex flex-col gap-3">
      {attributes.length === 0 && <p className="text-sm text-ink-faint">{t('profile.noAttributes')}</p>}
      <dl className="flex flex-col gap-2 empty:hidden">
        {attributes.map(([name, value]) => (
          <div key={name} className="flex items-center gap-2">
            <dt className="w-2/5 shrink-0 truncate text-sm text-ink-muted" title={name}>
              {name}
            </dt>
            <dd className="flex min-w-0 flex-1 items-center gap-1">
              <AttributeValue
                key={JSON.stringify(value)}
                name={name}
                value={value}
                isReadOnly={!canEdit}
                onChange={(next) => change(name, next)}
              />
              {canEdit && (
                <IconButton
                  size="sm"
                  label={t('profile.removeAttribute', { name })}
                  onClick={() => change(name, null)}
                >
                  <Trash2 aria-hidden="true" />
                </IconButton>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {canEdit && <AddAttribute onAdd={change} />}
      <FormError error={update.error} />
    </div>
  );
}
