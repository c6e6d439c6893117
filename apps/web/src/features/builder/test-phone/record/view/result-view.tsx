import { Notice } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { formatUnit } from '../../../../../shared/format/format-unit';
import type { Recording } from '../make-recording';
import type { RecordingKind } from '../recording-kind';
import { useRecordingTexts } from '../recording-texts';
import { formatSize } from './format-size';
import { GifPreview } from './gif-preview';
import { VideoPreview } from './video-preview';

export type ResultViewProps = { kind: RecordingKind; recording: Recording; url: string };

/** The finished file: what it looks like, how large it is, and what is missing in it. */
export function ResultView({ kind, recording, url }: ResultViewProps) {
  const t = useRecordingTexts();
  const { language } = useTranslation().i18n;
  const { blob, width, height, playedMs, unread, still } = recording;
  const duration = formatUnit(Math.round(playedMs / 1_000), 'second', language);
  return (
    <div className="flex flex-col gap-3">
      {kind === 'gif' ? <GifPreview url={url} still={still} /> : <VideoPreview url={url} />}
      <div>
        <p className="font-medium">{t(`ready.${kind}`, { size: formatSize(blob.size, language) })}</p>
        <p className="text-sm text-ink-muted">{t('facts', { width, height, duration })}</p>
      </div>
      {unread > 0 && <Notice tone="warning">{t('unread', { count: unread })}</Notice>}
    </div>
  );
}
