import type { GifJob, GifNews } from './gif-job';
import { createGif } from './write-gif';

/** What mail and chats still take; a larger GIF is made again with fewer pixels. */
const mostBytes = 5_000_000;
/** Of the pictures' own size. The last one is taken whatever comes of it. */
const scales = [1, 0.75, 0.5];

addEventListener('message', ({ data }: MessageEvent<GifJob>) => {
  encode(data).then(tell, (cause: unknown) => {
    tell({ kind: 'failed', message: String(cause) });
  });
});

async function encode(job: GifJob): Promise<GifNews> {
  for (const scale of scales) {
    const width = Math.round(job.width * scale);
    const height = Math.round(job.height * scale);
    const isSmaller = scale < 1;
    const gif = await encodeAt(job, { width, height, isSmaller, isLast: scale === scales.at(-1) });
    if (gif) return { kind: 'done', gif, width, height };
  }
  throw new Error('no size is left');
}

/** Null as soon as it becomes too large. */
async function encodeAt(
  { pictures }: GifJob,
  {
    width,
    height,
    isSmaller,
    isLast,
  }: { width: number; height: number; isSmaller: boolean; isLast: boolean },
): Promise<Uint8Array<ArrayBuffer> | null> {
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('there is no canvas');
  context.imageSmoothingQuality = 'high';
  const gif = createGif({ width, height });
  for (const [index, { png, holdMs }] of pictures.entries()) {
    const bitmap = await createImageBitmap(png);
    context.drawImage(bitmap, 0, 0, width, height);
    bitmap.close();
    gif.add(context.getImageData(0, 0, width, height).data, holdMs);
    if (!isLast && gif.size() > mostBytes) return null;
    tell({ kind: 'progress', share: (index + 1) / pictures.length, isSmaller });
  }
  return gif.finish();
}

function tell(news: GifNews): void {
  postMessage(news);
}
