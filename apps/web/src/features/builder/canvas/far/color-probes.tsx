import { offTone, type PictureColors } from './draw-picture';

const tones = ['start', 'send', 'ask', 'logic', 'contact', 'people', 'connect', 'canvas', 'unknown'];

/** Carry the colours of the canvas, as the theme and forced colours have them, to where they can be read. */
export function ColorProbes() {
  return (
    <>
      <i hidden data-probe="edge" className="text-line-strong" />
      <i hidden data-probe={offTone} className="bg-canvas text-line-strong" />
      {tones.map((tone) => (
        <i key={tone} hidden data-probe={tone} data-tone={tone} className="bg-(--kind-soft) text-(--kind)" />
      ))}
    </>
  );
}

/** The colours as they are now. */
export function readColors(probes: Element): PictureColors {
  const styles = new Map(
    [...probes.querySelectorAll<HTMLElement>('[data-probe]')].map((probe) => {
      const { color, backgroundColor } = getComputedStyle(probe);
      return [probe.dataset['probe'], { line: color, fill: backgroundColor }];
    }),
  );
  const unknown = styles.get('unknown') ?? { line: 'gray', fill: 'transparent' };
  return { edge: styles.get('edge')?.line ?? unknown.line, tone: (tone) => styles.get(tone) ?? unknown };
}
