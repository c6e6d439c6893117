import type { Picture } from '../pictures/draw-pictures';
import { waitMs } from './wait-ms';

export type VideoJob = { pictures: readonly Picture[]; width: number; height: number; type: string };

const framesPerSecond = 30;
const bitsPerSecond = 4_000_000;

/**
 * Plays pictures onto a canvas and records it, which takes as long as they play: browsers record in real time. Nothing
 * goes on once it is called off.
 */
export async function recordVideo(
  { pictures, width, height, type }: VideoJob,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (share: number) => void },
): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new Error('there is no canvas');
  await paint(context, pictures[0]);
  const stream = canvas.captureStream(framesPerSecond);
  const recorder = new MediaRecorder(stream, { mimeType: type, videoBitsPerSecond: bitsPerSecond });
  const file = collect(recorder);
  try {
    recorder.start();
    // The file is only there after the end, or rejects before.
    await Promise.race([play(context, { pictures, signal, onProgress }), file]);
    recorder.stop();
    const blob = await file;
    signal.throwIfAborted();
    return blob;
  } finally {
    if (recorder.state !== 'inactive') recorder.stop();
    for (const track of stream.getTracks()) track.stop();
  }
}

/** By the clock and not by adding up waits, so that a busy browser drops frames instead of playing slower. */
async function play(
  context: CanvasRenderingContext2D,
  {
    pictures,
    signal,
    onProgress,
  }: { pictures: readonly Picture[]; signal: AbortSignal; onProgress: (share: number) => void },
): Promise<void> {
  const totalMs = pictures.reduce((sum, { holdMs }) => sum + holdMs, 0);
  const startedAt = performance.now();
  let endMs = 0;
  for (const picture of pictures) {
    signal.throwIfAborted();
    endMs += picture.holdMs;
    const bitmap = await createImageBitmap(picture.png);
    try {
      // Drawn again and again: a canvas that stands still is not recorded, and the last picture would have no length.
      do {
        context.drawImage(bitmap, 0, 0);
        onProgress(Math.min(1, (performance.now() - startedAt) / totalMs));
        await waitMs(1_000 / framesPerSecond, signal);
      } while (performance.now() - startedAt < endMs);
    } finally {
      bitmap.close();
    }
  }
}

async function paint(context: CanvasRenderingContext2D, picture: Picture | undefined): Promise<void> {
  if (!picture) return;
  const bitmap = await createImageBitmap(picture.png);
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
}

function collect(recorder: MediaRecorder): Promise<Blob> {
  const parts: Blob[] = [];
  return new Promise((resolve, reject) => {
    recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
    recorder.addEventListener('stop', () => {
      resolve(new Blob(parts, { type: recorder.mimeType }));
    });
    recorder.addEventListener('error', () => {
      reject(new Error('the recorder failed'));
    });
  });
}
