import { useTranslation } from 'react-i18next';
import type { RecordingKind } from '../recording-kind';
import { useRecordingTexts, type RecordingTexts } from '../recording-texts';
import { formatSize } from './format-size';
import type { RecordingState } from './use-recording';

/** How far the recording is, for the ear: in quarters, and that it is ready. A failure is an alert of its own. */
export function SpokenState({ kind, state }: { kind: RecordingKind; state: RecordingState }) {
  const t = useRecordingTexts();
  const { language } = useTranslation().i18n;
  return (
    <p role="status" className="sr-only">
      {speak(t, { kind, state, language })}
    </p>
  );
}

function speak(
  t: RecordingTexts,
  { kind, state, language }: { kind: RecordingKind; state: RecordingState; language: string },
): string {
  switch (state.kind) {
    case 'working': {
      const { step, done, total } = state.progress;
      return t(`spoken.${step}`, { percent: Math.floor((4 * done) / total) * 25 });
    }
    case 'ready':
      return t(`ready.${kind}`, { size: formatSize(state.recording.blob.size, language) });
    case 'failed':
      return '';
  }
}
