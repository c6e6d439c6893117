import { Avatar } from '@instaflow/ui';
import { ChevronLeft } from 'lucide-react';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { formatUnit } from '../../../../../shared/format/format-unit';
import { useTexts } from '../../../texts/use-texts';
import { EffectRow } from '../../chat/effect-row';
import { EventRow } from '../../chat/event-row';
import { findQuickReplies } from '../../chat/find-quick-replies';
import { QuickReplies } from '../../chat/quick-replies';
import { usePhoneWorld } from '../../world/phone-world';
import { roundGap } from '../plan/round-gap';
import type { PictureRow } from '../plan/list-picture-rows';
import type { PictureFrame } from '../plan/plan-frames';
import { useRecordingTexts } from '../recording-texts';
import { screenSize } from './screen-size';

export type RecordedScreenProps = {
  ref: Ref<HTMLDivElement>;
  rows: readonly PictureRow[];
  frame: PictureFrame;
};

/**
 * What the person at Instagram has on their screen at one moment: no clock, no notes, nothing to build with. Nothing on
 * it has a transition: a picture would be taken at its beginning.
 */
export function RecordedScreen({ ref, rows, frame }: RecordedScreenProps) {
  const t = useTexts();
  const shown = rows.slice(0, frame.shown);
  const lines = shown.flatMap((row) => (row.kind === 'line' ? [row.line] : []));
  const isTyping = frame.raisedDot !== null;
  const isRequest = shown.findLast((row) => row.kind === 'line')?.isRequest ?? false;
  return (
    <div
      ref={ref}
      style={screenSize}
      className="flex flex-col overflow-hidden bg-surface text-base text-ink [&_*]:[scrollbar-width:none] [&_*]:[transition-property:none]!"
    >
      <Head />
      {isRequest && (
        <p className="border-b border-line bg-sunken px-3 py-2 text-center text-sm font-medium">
          {t('phone.requests.title')}
        </p>
      )}
      {/* The newest is at the bottom, and what no longer fits goes out at the top. */}
      <div data-view className="flex min-h-0 flex-1 flex-col justify-end overflow-hidden">
        <div className="flex shrink-0 grow flex-col gap-1.5 px-3 py-3">
          {shown.map((row, index) => (
            <div key={index} data-row className="flex shrink-0 flex-col">
              <Row row={row} />
            </div>
          ))}
          {isTyping && <TypingDots raisedDot={frame.raisedDot} />}
        </div>
      </div>
      {!isTyping && (
        <div className="[&>div]:flex-wrap">
          <QuickReplies replies={findQuickReplies(lines)} />
        </div>
      )}
      <div className="px-3 pt-1 pb-3">
        <p className="rounded-full border border-line-strong px-4 py-2 text-ink-faint">
          {t('phone.say.text')}…
        </p>
      </div>
    </div>
  );
}

function Head() {
  const { username } = usePhoneWorld();
  return (
    <div className="flex items-center gap-2 border-b border-line px-3 py-2.5">
      <ChevronLeft className="size-5" />
      <Avatar name={username} />
      <p className="min-w-0 flex-1 truncate font-semibold">{username}</p>
    </div>
  );
}

function Row({ row }: { row: PictureRow }) {
  const t = useRecordingTexts();
  const { i18n } = useTranslation();
  if (row.kind === 'line') {
    return row.line.kind === 'event' ? <EventRow event={row.line.event} /> : <EffectRow line={row.line} />;
  }
  const { amount, unit } = roundGap(row.ms);
  return (
    <p className="py-1.5 text-center text-xs text-ink-muted">
      {t('later', { duration: formatUnit(amount, unit, i18n.language) })}
    </p>
  );
}

/** Stands still, for a picture has no time; the phone's own dots dance by CSS. */
function TypingDots({ raisedDot }: { raisedDot: PictureFrame['raisedDot'] }) {
  return (
    <div className="phone-bubble flex w-fit gap-1 rounded-full px-3.5 py-3">
      {[0, 1, 2].map((dot) => (
        <i
          key={dot}
          className={`size-[7px] rounded-full bg-ink-faint ${dot === raisedDot ? '-translate-y-1' : ''}`}
        />
      ))}
    </div>
  );
}
