import { Button, Dialog, Notice } from '@instaflow/ui';
import { useEffect, useState, type ComponentType } from 'react';
import { useRecordMenuTexts } from './record-menu-texts';
import type { RecordingKind } from './recording-kind';

export type RecordingViewProps = { kind: RecordingKind; onClose: () => void };

/** The frame of the dialog, there at once; what draws and encodes is fetched behind it. */
export function RecordDialog({ kind, onClose }: RecordingViewProps) {
  const t = useRecordMenuTexts();
  const { View, hasFailed, retry } = useRecordingView();
  return (
    <Dialog
      isOpen
      isRead
      title={t(`title.${kind}`)}
      description={t('description')}
      closeLabel={t('close')}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      {View && <View kind={kind} onClose={onClose} />}
      {!View && !hasFailed && (
        <p role="status" className="pb-4 text-ink-muted">
          {t('loading')}
        </p>
      )}
      {hasFailed && (
        <Notice
          tone="danger"
          role="alert"
          className="mb-4"
          action={
            <Button size="sm" onClick={retry}>
              {t('retry')}
            </Button>
          }
        >
          {t('loadFailed')}
        </Notice>
      )}
    </Dialog>
  );
}

/** Not `React.lazy`: a fetch that failed can be tried again, and takes no more of the page with it than this dialog. */
function useRecordingView() {
  const [View, setView] = useState<ComponentType<RecordingViewProps> | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isWanted = true;
    import('./view/recording-view').then(
      ({ RecordingView }) => {
        if (isWanted) setView(() => RecordingView);
      },
      () => {
        if (isWanted) setFailed(true);
      },
    );
    return () => {
      isWanted = false;
    };
  }, [attempt]);
  return {
    View,
    hasFailed,
    retry: () => {
      setFailed(false);
      setAttempt(attempt + 1);
    },
  };
}
