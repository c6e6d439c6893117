import type { Trigger } from '@instaflow/contracts';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../../shared/components/live-region';
import { useReorder } from '../api/use-reorder';
import { orderButtonId } from '../order-button-id';
import { planMove } from '../order-triggers';

/** Moves triggers of one kind up and down; the focus goes along with what is moved. */
export function useTriggerOrder(triggers: readonly Trigger[]) {
  const { t } = useTranslation('triggers');
  const reorder = useReorder();
  const [focusId, setFocusId] = useState<string | null>(null);
  useEffect(() => {
    if (focusId === null) return;
    const button = document.getElementById(focusId);
    // At the end of the list the button that was pressed cannot be pressed any more.
    const isAtEnd = button instanceof HTMLButtonElement && button.disabled;
    const other = isAtEnd ? document.getElementById(oppositeOf(focusId)) : null;
    (other ?? button)?.focus();
    setFocusId(null);
  }, [focusId, triggers]);
  const moveTo = (trigger: Trigger, to: number): void => {
    const changes = planMove(triggers, { triggerId: trigger.triggerId, to });
    if (changes.length === 0) return;
    reorder.mutate(changes);
    const name = trigger.keyword || t(`type.${trigger.type}`);
    announce(t('order.moved', { name, place: to + 1, count: triggers.length }));
  };
  return {
    moveTo,
    step: (trigger: Trigger, by: 1 | -1): void => {
      const from = triggers.findIndex(({ triggerId }) => triggerId === trigger.triggerId);
      moveTo(trigger, from + by);
      setFocusId(orderButtonId(trigger.triggerId, by));
    },
  };
}

const oppositeOf = (id: string): string =>
  id.startsWith('up-') ? id.replace('up-', 'down-') : id.replace('down-', 'up-');
