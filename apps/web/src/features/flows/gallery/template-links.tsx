import { Field, Input } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import type { useTemplateFill } from './use-template-fill';

export type TemplateLinksProps = { fill: ReturnType<typeof useTemplateFill> };

/** Addresses that stand as examples in a template, each with a field for the real one. */
export function TemplateLinks({ fill: { values, links, change } }: TemplateLinksProps) {
  const { t } = useTranslation('flows');
  if (links.length === 0) return null;
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="text-sm font-medium">{t('gallery.links')}</legend>
      <p className="text-sm text-ink-muted">{t('gallery.linksHint')}</p>
      {links.map((link) => (
        <Field key={link} label={<span className="font-normal break-all text-ink-muted">{link}</span>}>
          <Input
            type="url"
            placeholder="https://"
            value={values.links[link] ?? ''}
            onChange={(event) => change({ links: { ...values.links, [link]: event.target.value } })}
          />
        </Field>
      ))}
    </fieldset>
  );
}
