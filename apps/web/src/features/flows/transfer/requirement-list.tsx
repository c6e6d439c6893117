import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FlowMapping, MappedKind, Requirements } from './flow-mapping';
import { MappedField, SubFlowField } from './mapped-fields';

export type RequirementListProps = {
  requirements: Requirements;
  mapping: FlowMapping;
  onMap: (entry: { kind: MappedKind; name: string; value: string }) => void;
};

/** What flows need of the account, each with the way to put something else in its place. */
export function RequirementList({ requirements, mapping, onMap }: RequirementListProps) {
  const { t } = useTranslation('flows');
  const { tags, attributes, media, posts, secrets, integrations, settings } = requirements;
  const foreign = requirements.flows.filter(({ isIncluded }) => !isIncluded);
  const fields = { mapping, onMap };
  return (
    <div className="flex flex-col gap-4">
      <Part title={t('needs.flows')} hint={t('needs.flowsHint')} isEmpty={foreign.length === 0}>
        {foreign.map(({ flowId }) => (
          <SubFlowField key={flowId} flowId={flowId} {...fields} />
        ))}
      </Part>
      <Part title={t('needs.posts')} hint={t('needs.postsHint')} isEmpty={posts.length === 0}>
        {posts.map(({ permalink }) => (
          <MappedField key={permalink} kind="posts" name={permalink} label={permalink} isUrl {...fields} />
        ))}
      </Part>
      <Part title={t('needs.secrets')} hint={t('needs.secretsHint')} isEmpty={secrets.length === 0}>
        {secrets.map(({ key, header }) => (
          <MappedField key={key} kind="secrets" name={key} label={header} isSecret {...fields} />
        ))}
      </Part>
      <Part title={t('needs.media')} hint={t('needs.mediaHint')} isEmpty={media.length === 0}>
        {media.map(({ url }) => (
          <MappedField key={url} kind="media" name={url} label={url} isUrl {...fields} />
        ))}
      </Part>
      <Part title={t('needs.tags')} hint={t('needs.renameHint')} isEmpty={tags.length === 0}>
        {tags.map(({ name }) => (
          <MappedField key={name} kind="tags" name={name} label={name} {...fields} />
        ))}
      </Part>
      <Part title={t('needs.attributes')} hint={t('needs.renameHint')} isEmpty={attributes.length === 0}>
        {attributes.map(({ name }) => (
          <MappedField key={name} kind="attributes" name={name} label={name} {...fields} />
        ))}
      </Part>
      <Part title={t('needs.others')} isEmpty={integrations.length + settings.length === 0}>
        <ul className="list-disc pl-5 text-sm text-ink-muted">
          {integrations.map(({ kind, name }) => (
            <li key={`${kind} ${name}`}>{t(`needs.${kind}`, { name })}</li>
          ))}
          {settings.map(({ name }) => (
            <li key={name}>{t(`needs.${name}`)}</li>
          ))}
        </ul>
      </Part>
    </div>
  );
}

type PartProps = { title: string; hint?: string; isEmpty: boolean; children: ReactNode };

function Part({ title, hint, isEmpty, children }: PartProps) {
  if (isEmpty) return null;
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="text-sm font-medium">{title}</legend>
      {hint && <p className="text-sm text-ink-muted">{hint}</p>}
      {children}
    </fieldset>
  );
}
