import type { PostScope } from '@instaflow/contracts';
import { SegmentedControl } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import type { DraftPartProps } from './draft-part';
import { PostPicker } from './post-picker';
import { PublicReplies } from './public-replies';

const scopes: readonly PostScope[] = ['all', 'one', 'next'];

/** What only comments have: the posts, and public answers. */
export function CommentFields({ draft, problems, onChange }: DraftPartProps) {
  const { t } = useTranslation('triggers');
  const { postScope, postPermalink } = draft;
  return (
    <>
      <div className="flex flex-col items-start gap-1.5">
        <p className="text-sm font-medium">{t('form.postScope')}</p>
        <SegmentedControl
          label={t('form.postScope')}
          value={postScope}
          options={scopes.map((value) => ({ value, label: t(`scope.${value}`) }))}
          onChange={(next) => onChange({ postScope: next })}
        />
        {postScope !== 'one' && <p className="text-sm text-ink-muted">{t(`scopeHint.${postScope}`)}</p>}
      </div>
      {postScope === 'one' && (
        <PostPicker
          permalink={postPermalink}
          error={problems.includes('postWrong') ? t('form.postWrong') : null}
          onChange={(address) => onChange({ postPermalink: address })}
        />
      )}
      <PublicReplies
        replies={draft.publicReplies}
        onChange={(publicReplies) => onChange({ publicReplies })}
      />
    </>
  );
}
