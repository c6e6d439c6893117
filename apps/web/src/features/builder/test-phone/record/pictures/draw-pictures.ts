import { createContext, destroyContext, domToCanvas } from 'modern-screenshot';
import type { PictureFrame } from '../plan/plan-frames';
import { pictureScale, screenSize } from '../screen/screen-size';
import { embedFonts } from './embed-fonts';

/** One state of the screen as PNG, and how long it stays. Kept packed: sixty seconds of pixels fill a gigabyte. */
export type Picture = { png: Blob; holdMs: number };

export type DrawOptions = {
  frames: readonly PictureFrame[];
  /** Brings a state to the screen at once. */
  show: (frame: PictureFrame) => void;
  screen: HTMLElement;
  /** Every letter that will be on the screen. */
  text: string;
  signal: AbortSignal;
  onDrawn: (done: number) => void;
};

/** Draws every state of the screen, one after the other. */
export async function drawPictures({
  frames,
  show,
  screen,
  text,
  signal,
  onDrawn,
}: DrawOptions): Promise<Picture[]> {
  const cssText = await embedFonts(text, getComputedStyle(screen).fontFamily, signal);
  const context = await createContext(screen, {
    ...screenSize,
    scale: pictureScale,
    // An empty text would have the library look for fonts itself, with every picture anew.
    font: cssText === '' ? false : { cssText },
    filter: isInView,
  });
  try {
    const pictures: Picture[] = [];
    for (const frame of frames) {
      signal.throwIfAborted();
      show(frame);
      await untilDecoded(screen);
      pictures.push({ png: await toPng(await domToCanvas(context)), holdMs: frame.holdMs });
      onDrawn(pictures.length);
    }
    signal.throwIfAborted();
    return pictures;
  } finally {
    destroyContext(context);
  }
}

/** What rows that have gone out at the top say is left away, however long the talk is; they keep their height. */
function isInView(node: Node): boolean {
  const row = node.parentElement;
  if (row?.dataset['row'] === undefined) return true;
  const view = row.closest('[data-view]');
  return view === null || row.getBoundingClientRect().bottom > view.getBoundingClientRect().top;
}

/** Without it a picture of a message could still be missing. */
async function untilDecoded(screen: HTMLElement): Promise<void> {
  await Promise.allSettled([...screen.querySelectorAll('img')].map((image) => image.decode()));
}

function toPng(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error('the canvas gave no picture'));
    }, 'image/png');
  });
}
