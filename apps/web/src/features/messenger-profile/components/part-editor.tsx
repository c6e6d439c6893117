import type { IceBreakers, InstagramAccount } from '@instaflow/contracts';
import { Notice, Switch } from '@instaflow/ui';
import { type FormEvent } from 'react';
import { useAccess } from '../../../shared/account/use-access';
import { FormError } from '../../../shared/forms/form-error';
import { useProfileDraft } from '../hooks/use-profile-draft';
import { partLimits, type Part, type PartDraft } from '../profile-draft';
import { useProfileTexts } from '../use-profile-texts';
import { ItemList } from './item-list';
import { PhonePreview } from './phone-preview';
import { PublicationState } from './publication-state';
import { SaveBar } from './save-bar';

export type Publication = Pick<IceBreakers, 'state' | 'stateReason' | 'publishedAt'>;
export type SavePart = {
  run: (draft: PartDraft) => Promise<PartDraft>;
  isPending: boolean;
  error: unknown;
};

export type PartEditorProps = {
  part: Part;
  account: InstagramAccount;
  stored: PartDraft;
  publication: Publication;
  otherLocales: readonly string[];
  save: SavePart;
};

/** The entries with what each starts, how they look on a phone, and whether Instagram has them. */
export function PartEditor({ part, account, stored, publication, otherLocales, save }: PartEditorProps) {
  const t = useProfileTexts();
  const canEdit = useAccess().can('editFlows');
  const { draft, setDraft, problems, isShowing, isChanged, submit, discard } = useProfileDraft({
    part,
    stored,
    save,
  });
  const locales = otherLocales.join(', ');
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    submit();
  };
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_19rem]">
      <form noValidate onSubmit={onSubmit} className="flex min-w-0 flex-col gap-4">
        <p className="text-ink-muted">{t(`${part}.text`)}</p>
        <PublicationState
          publication={publication}
          isEmpty={stored.items.length === 0}
          onRetry={canEdit && !isChanged ? submit : null}
          isRetrying={save.isPending}
        />
        {!canEdit && <Notice>{t('readOnly')}</Notice>}
        <fieldset disabled={!canEdit} className="flex min-w-0 flex-col gap-4">
          <ItemList
            part={part}
            items={draft.items}
            problems={isShowing ? problems : []}
            onChange={(items) => setDraft({ ...draft, items })}
          />
          {part === 'menu' && draft.items.length > 0 && (
            <Switch
              label={t('menu.composer')}
              hint={t('menu.composerHint')}
              isOn={draft.isComposerDisabled}
              disabled={!canEdit}
              onChange={(isComposerDisabled) => setDraft({ ...draft, isComposerDisabled })}
            />
          )}
          {locales && (
            <p className="text-sm text-ink-muted">
              {draft.items.length === 0 ? t('othersGo', { locales }) : t('others', { locales })}
            </p>
          )}
          <FormError error={save.error} />
          {isChanged && <SaveBar isBusy={save.isPending} onDiscard={discard} />}
        </fieldset>
      </form>
      <PhonePreview
        part={part}
        username={account.instagramUsername}
        texts={draft.items.slice(0, partLimits[part].items).map(({ text }) => text.trim())}
        hasComposer={part === 'iceBreakers' || !draft.isComposerDisabled || draft.items.length === 0}
      />
    </div>
  );
}
