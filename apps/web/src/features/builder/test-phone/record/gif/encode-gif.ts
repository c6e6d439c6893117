import type { GifJob, GifNews } from './gif-job';

export type EncodedGif = { blob: Blob; width: number; height: number };

/** Writes pictures as a GIF that begins anew at its end, in a worker, so that the page stays quick. Ends it when called off. */
export function encodeGif(
  job: GifJob,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (share: number, isSmaller: boolean) => void },
): Promise<EncodedGif> {
  signal.throwIfAborted();
  const worker = new Worker(new URL('./gif.worker.ts', import.meta.url), { type: 'module' });
  const ended = new Promise<EncodedGif>((resolve, reject) => {
    signal.addEventListener('abort', () => {
      reject(new DOMException('called off', 'AbortError'));
    });
    worker.addEventListener('error', (event) => {
      reject(new Error(event.message || 'the worker does not run'));
    });
    worker.addEventListener('message', ({ data }: MessageEvent<GifNews>) => {
      if (data.kind === 'progress') onProgress(data.share, data.isSmaller);
      else if (data.kind === 'failed') reject(new Error(data.message));
      else {
        const { gif, width, height } = data;
        resolve({ blob: new Blob([gif], { type: 'image/gif' }), width, height });
      }
    });
  });
  worker.postMessage(job);
  return ended.finally(() => {
    worker.terminate();
  });
}
