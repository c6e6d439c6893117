import { SegmentedControl } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import type { TesterQuestion } from '../hooks/use-tester';
import { PostPicker } from './post-picker';

export type TesterPartProps = {
  question: TesterQuestion;
  onChange: (part: Partial<TesterQuestion>) => void;
};

/** Below which post the comment stands. */
export function TesterPost({ question: { scope, postPermalink }, onChange }: TesterPartProps) {
  const { t } = useTranslation('triggers');
  return (
    <div className="flex flex-col items-start gap-1.5">
      <p className="text-sm font-medium">{t('tester.post')}</p>
      <SegmentedControl
        label={t('tester.post')}
        value={scope}
        onChange={(next) => onChange({ scope: next })}
        options={[
          { value: 'any', label: t('tester.anyPost') },
          { value: 'one', label: t('tester.onePost') },
        ]}
      />
      {scope === 'one' && (
        <div className="w-full max-w-md pt-1.5">
          <PostPicker
            permalink={postPermalink}
            error={null}
            onChange={(address) => onChange({ postPermalink: address })}
          />
        </div>
      )}
    </div>
  );
}
