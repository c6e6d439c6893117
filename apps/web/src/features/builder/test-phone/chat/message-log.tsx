import type { TalkLine } from '@instaflow/flow-engine';
import { useEffect, useRef } from 'react';
import { useFormat } from '../../../../shared/format/use-format';
import { useTexts } from '../../texts/use-texts';
import { EffectRow } from './effect-row';
import { EventRow } from './event-row';

/** A gap from which on the time stands between two messages. */
const gapMs = 15 * 60_000;

/** The conversation as a log: what arrives is read out, the newest stays in view. */
export function MessageLog({ lines, isTyping }: { lines: readonly TalkLine[]; isTyping: boolean }) {
  const t = useTexts();
  const log = useRef<HTMLDivElement>(null);
  useEffect(() => {
    log.current?.scrollTo({ top: log.current.scrollHeight });
  }, [lines.length, isTyping]);
  return (
    <div
      ref={log}
      role="log"
      aria-label={t('phone.log')}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, also by keyboard
      tabIndex={0}
      className="flex min-h-0 flex-1 flex-col gap-1.5 overflow-y-auto px-3 py-3"
    >
      {lines.map((line, index) => {
        const before = lines[index - 1];
        const isApart = before === undefined || line.at - before.at >= gapMs;
        return (
          <div key={index} className="contents">
            {isApart && <TimeMark at={line.at} />}
            {line.kind === 'event' ? <EventRow event={line.event} /> : <EffectRow line={line} />}
          </div>
        );
      })}
      {isTyping && (
        <div
          aria-hidden="true"
          className="phone-typing phone-bubble flex w-fit gap-1 rounded-full px-3.5 py-3"
        >
          <i />
          <i />
          <i />
        </div>
      )}
    </div>
  );
}

function TimeMark({ at }: { at: number }) {
  const format = useFormat();
  const iso = new Date(at).toISOString();
  return (
    <time dateTime={iso} className="py-1.5 text-center text-xs text-ink-muted">
      {format.dayMonth(iso)}, {format.time(iso)}
    </time>
  );
}
