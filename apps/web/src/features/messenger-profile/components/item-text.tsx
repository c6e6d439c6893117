import { cx, Field, Input } from '@instaflow/ui';
import type { ItemProblem } from '../check-profile';
import { partLimits, type ItemDraft, type Part } from '../profile-draft';
import { useProfileTexts } from '../use-profile-texts';

export type ItemTextProps = {
  part: Part;
  item: ItemDraft;
  position: number;
  error: ItemProblem | undefined;
  onChange: (change: Partial<ItemDraft>) => void;
};

/** What people read on an entry, counted while it is written. */
export function ItemText({ part, item, position, error, onChange }: ItemTextProps) {
  const t = useProfileTexts();
  const max = partLimits[part].text;
  const { length } = item.text.trim();
  const isTooLong = length > max;
  return (
    <Field
      className="flex-1"
      error={error && t(`problem.${error}`, { max })}
      label={
        <span className="flex justify-between gap-2">
          {t(`${part}.item`)} {position}
          <span className={cx('font-normal tabular-nums', isTooLong ? 'text-danger-text' : 'text-ink-faint')}>
            {length}/{max}
          </span>
        </span>
      }
    >
      <Input
        value={item.text}
        autoComplete="off"
        onChange={(event) => onChange({ text: event.target.value })}
      />
    </Field>
  );
}
