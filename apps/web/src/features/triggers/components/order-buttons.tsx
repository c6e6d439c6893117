import { IconButton } from '@instaflow/ui';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { orderButtonId } from '../order-button-id';

export type OrderButtonsProps = {
  triggerId: string;
  name: string;
  /** From 0. */
  place: number;
  count: number;
  onStep: (by: 1 | -1) => void;
};

/** Moves a trigger up or down among those of its kind. */
export function OrderButtons({ triggerId, name, place, count, onStep }: OrderButtonsProps) {
  const { t } = useTranslation('triggers');
  return (
    <span className="flex items-center">
      <IconButton
        id={orderButtonId(triggerId, -1)}
        size="sm"
        hasTooltip={false}
        label={t('order.up', { name })}
        disabled={place === 0}
        onClick={() => onStep(-1)}
      >
        <ChevronUp aria-hidden="true" />
      </IconButton>
      <IconButton
        id={orderButtonId(triggerId, 1)}
        size="sm"
        hasTooltip={false}
        label={t('order.down', { name })}
        disabled={place === count - 1}
        onClick={() => onStep(1)}
      >
        <ChevronDown aria-hidden="true" />
      </IconButton>
    </span>
  );
}
