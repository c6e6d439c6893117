import { useEffect, useRef, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { useTexts, type BuilderTexts } from '../../../texts/use-texts';
import { usePhoneWorld } from '../../world/phone-world';
import {
  makeRecording,
  RecordingFailure,
  type Recording,
  type RecordingProgress,
  type RecordingStep,
} from '../make-recording';
import type { PictureRow } from '../plan/list-picture-rows';
import type { PictureFrame } from '../plan/plan-frames';
import type { RecordingKind } from '../recording-kind';

export type RecordingState =
  | { kind: 'working'; progress: RecordingProgress }
  | { kind: 'ready'; recording: Recording }
  | { kind: 'failed'; step: RecordingStep };

/** What the screen that is drawn shows at the moment. */
export type Scene = { rows: readonly PictureRow[]; frame: PictureFrame };

const beginning: RecordingState = { kind: 'working', progress: { step: 'media', done: 0, total: 1 } };

/** Makes the recording from the time it is mounted on; unmounting calls it off. `screen` is where its scenes are shown. */
export function useRecording(
  kind: RecordingKind,
  rows: readonly PictureRow[],
): { state: RecordingState; scene: Scene; screen: RefObject<HTMLDivElement | null>; retry: () => void } {
  const t = useTexts();
  const { username } = usePhoneWorld();
  const screen = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<RecordingState>(beginning);
  const [attempt, setAttempt] = useState(0);
  const [scene, setScene] = useState<Scene>({ rows, frame: allOf(rows) });
  useEffect(() => {
    if (!screen.current) return;
    const calledOff = new AbortController();
    const { signal } = calledOff;
    makeRecording({
      kind,
      rows,
      username,
      signal,
      screen: screen.current,
      show: (shownRows, frame) => {
        flushSync(() => {
          setScene({ rows: shownRows, frame });
        });
      },
      media: {
        labels: nameMedia(t),
        colors: readColors(screen.current),
      },
      onProgress: (progress) => {
        setState((before) => (isAt(before, progress) ? before : { kind: 'working', progress }));
      },
    }).then(
      (recording) => {
        if (!signal.aborted) setState({ kind: 'ready', recording });
      },
      (cause: unknown) => {
        if (signal.aborted) return;
        setState({ kind: 'failed', step: cause instanceof RecordingFailure ? cause.step : 'draw' });
      },
    );
    return () => {
      calledOff.abort();
    };
  }, [kind, rows, username, t, attempt]);
  return {
    state,
    scene,
    screen,
    retry: () => {
      setState(beginning);
      setAttempt(attempt + 1);
    },
  };
}

function allOf(rows: readonly PictureRow[]): PictureFrame {
  return { shown: rows.length, raisedDot: null, holdMs: 0 };
}

function nameMedia(t: BuilderTexts) {
  return {
    image: t('phone.media.image'),
    video: t('phone.media.video'),
    audio: t('phone.media.audio'),
    file: t('phone.media.file'),
  };
}

/** The colours of the stage around the screen, which has them for this. */
function readColors(screen: HTMLElement): { ground: string; ink: string } {
  const { backgroundColor, color } = getComputedStyle(screen.parentElement ?? screen);
  return { ground: backgroundColor, ink: color };
}

/** Thirty times a second nothing would change. */
function isAt(state: RecordingState, { step, done }: RecordingProgress): boolean {
  return state.kind === 'working' && state.progress.step === step && state.progress.done === done;
}
