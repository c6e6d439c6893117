import { embedMedia, type EmbedOptions } from './media/embed-media';
import { drawPictures } from './pictures/draw-pictures';
import { planFrames, sumHolds, type PictureFrame } from './plan/plan-frames';
import type { PictureRow } from './plan/list-picture-rows';
import type { RecordingKind } from './recording-kind';
import { encodeGif } from './gif/encode-gif';
import { pictureScale, screenSize } from './screen/screen-size';
import { chooseVideoType } from './video/choose-video-type';
import { recordVideo } from './video/record-video';

/** What is being done, and how much of it: counted in pictures, in per cent of the GIF, in seconds of the video. */
export type RecordingStep = 'media' | 'draw' | 'gif' | 'smaller' | 'video';
export type RecordingProgress = { step: RecordingStep; done: number; total: number };

export type Recording = {
  blob: Blob;
  width: number;
  height: number;
  playedMs: number;
  /** The end of it, for who wants nothing to move. */
  still: Blob;
  /** Pictures and videos the browser may not read, which a box stands for. */
  unread: number;
};

/** A step that did not work; `step` tells which, `cause` why. Calling it off is no failure. */
export class RecordingFailure extends Error {
  constructor(
    readonly step: RecordingStep,
    options: ErrorOptions,
  ) {
    super(`the recording failed at ${step}`, options);
  }
}

export type RecordingJob = {
  kind: RecordingKind;
  rows: readonly PictureRow[];
  /** Stands in the header, besides what the rows say. */
  username: string;
  /** Brings a state of these rows to `screen` at once. */
  show: (rows: readonly PictureRow[], frame: PictureFrame) => void;
  screen: HTMLElement;
  media: Omit<EmbedOptions, 'signal'>;
  signal: AbortSignal;
  onProgress: (progress: RecordingProgress) => void;
};

/** Replays a conversation into a file. Rejects with a `RecordingFailure`, or with the signal's reason when called off. */
export async function makeRecording(job: RecordingJob): Promise<Recording> {
  let step: RecordingStep = 'media';
  const report = (progress: RecordingProgress) => {
    step = progress.step;
    job.onProgress(progress);
  };
  try {
    return await make({ ...job, onProgress: report });
  } catch (cause) {
    job.signal.throwIfAborted();
    throw new RecordingFailure(step, { cause });
  }
}

async function make({
  kind,
  rows: told,
  username,
  show,
  screen,
  media,
  signal,
  onProgress,
}: RecordingJob): Promise<Recording> {
  const frames = planFrames(told);
  onProgress({ step: 'media', done: 0, total: 1 });
  const { rows, unread } = await embedMedia(told, { ...media, signal });
  const total = frames.length;
  onProgress({ step: 'draw', done: 0, total });
  const pictures = await drawPictures({
    frames,
    show: (frame) => {
      show(rows, frame);
    },
    screen,
    text: `${username} ${screen.textContent} ${JSON.stringify(told)}`,
    signal,
    onDrawn: (done) => {
      onProgress({ step: 'draw', done, total });
    },
  });
  const still = pictures.at(-1)?.png;
  if (!still) throw new Error('nothing has been said');
  const job = { pictures, ...pictureSize };
  const made =
    kind === 'gif'
      ? await makeGif(job, { signal, onProgress })
      : await makeVideo(job, { signal, onProgress, playedMs: sumHolds(frames) });
  return { ...made, still, unread, playedMs: sumHolds(frames) };
}

const pictureSize = {
  width: screenSize.width * pictureScale,
  height: screenSize.height * pictureScale,
};

type Encoding = Pick<RecordingJob, 'signal' | 'onProgress'>;
type Encoded = Pick<Recording, 'blob' | 'width' | 'height'>;
type PicturesJob = Parameters<typeof encodeGif>[0];

function makeGif(job: PicturesJob, { signal, onProgress }: Encoding): Promise<Encoded> {
  onProgress({ step: 'gif', done: 0, total: 100 });
  return encodeGif(job, {
    signal,
    onProgress: (share, isSmaller) => {
      onProgress({ step: isSmaller ? 'smaller' : 'gif', done: Math.floor(share * 100), total: 100 });
    },
  });
}

async function makeVideo(
  job: PicturesJob,
  { signal, onProgress, playedMs }: Encoding & { playedMs: number },
): Promise<Encoded> {
  const type = chooseVideoType();
  if (type === null) throw new Error('this browser records no video');
  const total = Math.ceil(playedMs / 1_000);
  onProgress({ step: 'video', done: 0, total });
  const blob = await recordVideo(
    { ...job, type },
    {
      signal,
      onProgress: (share) => {
        onProgress({ step: 'video', done: Math.floor(share * total), total });
      },
    },
  );
  return { ...pictureSize, blob };
}
