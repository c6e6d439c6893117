import { Button } from '@instaflow/ui';
import { addExample } from './add-example';
import { useProposalTexts } from './proposal-texts';

const names = ['shop', 'lead', 'price', 'hours'] as const;

export type ExampleButtonsProps = {
  words: string;
  isDisabled: boolean;
  onChange: (words: string) => void;
};

/** What others describe; one press makes it a beginning. */
export function ExampleButtons({ words, isDisabled, onChange }: ExampleButtonsProps) {
  const t = useProposalTexts();
  const examples = names.map((name) => t(`examples.${name}.words`));
  return (
    <div role="group" aria-label={t('dialog.examples')} className="flex flex-col gap-1.5">
      <p aria-hidden="true" className="text-sm text-ink-muted">
        {t('dialog.examples')}
      </p>
      <div className="flex flex-wrap gap-1.5">
        {names.map((name) => (
          <Button
            key={name}
            size="sm"
            disabled={isDisabled}
            onClick={() => {
              onChange(addExample(words, t(`examples.${name}.words`), examples));
            }}
          >
            {t(`examples.${name}.label`)}
          </Button>
        ))}
      </div>
    </div>
  );
}
