import { Button, Notice } from '@instaflow/ui';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { usePhoneStore } from '../../state/use-phone';
import { useRecordMenuTexts } from '../record-menu-texts';
import type { RecordingViewProps } from '../record-dialog';
import { useRecordingTexts } from '../recording-texts';
import { listPictureRows } from '../plan/list-picture-rows';
import { RecordedScreen } from '../screen/recorded-screen';
import { ProgressView } from './progress-view';
import { ResultView } from './result-view';
import { DownloadLink } from './download-link';
import { SpokenState } from './spoken-state';
import { useObjectUrl } from './use-object-url';
import { useRecording } from './use-recording';

/** Makes the recording, shows how far it is, and hands it over. Leaving calls it off. */
export function RecordingView({ kind, onClose }: RecordingViewProps) {
  const t = useRecordingTexts();
  const menuTexts = useRecordMenuTexts();
  const phone = usePhoneStore();
  // What had been said when it was asked for.
  const [rows] = useState(() => {
    const { earlier, talk } = phone.getState();
    return listPictureRows([...earlier, talk]);
  });
  const { state, scene, screen, retry } = useRecording(kind, rows);
  const recording = state.kind === 'ready' ? state.recording : null;
  const url = useObjectUrl(recording?.blob);
  return (
    <div className="flex flex-col gap-3">
      <SpokenState kind={kind} state={state} />
      {state.kind === 'working' && <ProgressView progress={state.progress} />}
      {state.kind === 'failed' && (
        <Notice
          tone="danger"
          role="alert"
          action={
            <Button size="sm" onClick={retry}>
              {menuTexts('retry')}
            </Button>
          }
        >
          {t(`failed.${state.step}`)}
        </Notice>
      )}
      {recording && url !== null && <ResultView kind={kind} recording={recording} url={url} />}
      <div className="sticky -bottom-2 -mx-5 flex justify-end gap-2 border-t border-line bg-raised px-5 py-3 sm:rounded-b-xl">
        <Button onClick={onClose}>{menuTexts(state.kind === 'working' ? 'cancel' : 'close')}</Button>
        {recording && url !== null && <DownloadLink type={recording.blob.type} url={url} />}
      </div>
      {state.kind !== 'ready' &&
        createPortal(
          // Beside the page: it has to be laid out to be drawn. Its own colours are those of boxes for missing pictures.
          <div
            inert
            aria-hidden="true"
            className="test-phone pointer-events-none fixed top-0 left-[-2000px] bg-sunken text-ink-muted"
          >
            <RecordedScreen ref={screen} {...scene} />
          </div>,
          document.body,
        )}
    </div>
  );
}
