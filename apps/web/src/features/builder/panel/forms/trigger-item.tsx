import type { Trigger } from '@instaflow/contracts';
import { IconButton } from '@instaflow/ui';
import { X } from 'lucide-react';
import { useTexts } from '../../texts/use-texts';

export type TriggerItemProps = {
  trigger: Trigger;
  /** Null for whoever may only look. */
  onEdit: (() => void) | null;
  onDelete: () => void;
};

/** One thing that starts the flow; opens its form. */
export function TriggerItem({ trigger: { type, keyword, status }, onEdit, onDelete }: TriggerItemProps) {
  const t = useTexts();
  const kind = t(`triggers.type.${type}`);
  const words = (
    <>
      <span className="text-xs text-ink-muted">
        {kind}
        {status === 'inactive' && ` · ${t('triggers.inactive')}`}
      </span>
      {keyword && <span className="truncate font-medium">{keyword}</span>}
    </>
  );
  return (
    <li className="flex items-center gap-2 rounded-md border border-line py-1 pr-1 pl-3">
      {onEdit ? (
        <button
          type="button"
          title={t('triggers.edit')}
          className="flex min-h-6 min-w-0 flex-1 cursor-pointer flex-col text-left hover:underline touch:min-h-10"
          onClick={onEdit}
        >
          {words}
        </button>
      ) : (
        <span className="flex min-w-0 flex-1 flex-col">{words}</span>
      )}
      {onEdit && (
        <IconButton
          size="sm"
          hasTooltip={false}
          label={t('triggers.delete', { name: keyword ?? kind })}
          onClick={onDelete}
        >
          <X aria-hidden="true" />
        </IconButton>
      )}
    </li>
  );
}
