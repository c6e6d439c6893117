import { useEffect, useRef } from 'react';
import { useTexts } from '../../texts/use-texts';
import { usePhone } from '../state/use-phone';
import { TurnView } from './turn-view';

/** What the engine did and why, turn by turn, the newest below. */
export function TraceView() {
  const t = useTexts();
  const turns = usePhone(({ talk }) => talk.turns);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [turns.length]);
  if (turns.length === 0) {
    return <p className="p-4 text-sm text-ink-muted">{t('phone.trace.empty')}</p>;
  }
  return (
    <div
      ref={list}
      role="region"
      aria-label={t('phone.trace.label')}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, also by keyboard
      tabIndex={0}
      className="min-h-0 flex-1 overflow-y-auto px-3 py-3"
    >
      <ol className="flex flex-col gap-4">
        {turns.map((turn, index) => (
          <TurnView key={index} turn={turn} isLast={index === turns.length - 1} />
        ))}
      </ol>
    </div>
  );
}
