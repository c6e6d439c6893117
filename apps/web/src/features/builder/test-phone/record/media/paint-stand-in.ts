import { paintPlayMark } from './paint-play-mark';

/** CSS colours, taken from the theme the page shows. */
export type StandInColors = { ground: string; ink: string };

type StandIn = { type: 'image' | 'video' | 'audio' | 'file'; label: string; colors: StandInColors };

/** Twice the size it is shown in, in pixels: pictures are drawn twice as large. */
const width = 448;
const heights = { image: 240, video: 240, audio: 96, file: 96 };
/** A voice message as bars: shares of its height. */
const bars = [0.2, 0.45, 0.3, 0.7, 0.5, 0.85, 0.4, 0.6, 0.3, 0.5, 0.2, 0.35];

/** A quiet box that says what it stands for, as a `data:` address. */
export function paintStandIn({ type, label, colors }: StandIn): string {
  const canvas = document.createElement('canvas');
  const height = heights[type];
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) return '';
  context.fillStyle = colors.ground;
  context.fillRect(0, 0, width, height);
  context.font = '26px "Inter Variable", system-ui, sans-serif';
  context.textBaseline = 'middle';
  if (type === 'audio') {
    paintBars(context, colors.ink);
    context.fillStyle = colors.ink;
    context.fillText(label, 200, height / 2);
    return canvas.toDataURL();
  }
  if (type === 'video') paintPlayMark(context, { width, height: height - 60 });
  context.fillStyle = colors.ink;
  context.textAlign = 'center';
  context.fillText(label, width / 2, type === 'video' ? height - 56 : height / 2);
  return canvas.toDataURL();
}

function paintBars(context: CanvasRenderingContext2D, color: string): void {
  context.fillStyle = color;
  bars.forEach((share, index) => {
    const tall = share * 60;
    context.fillRect(28 + index * 13, 48 - tall / 2, 6, tall);
  });
}
