/** The colours groups and notes may have. */
export const paperColors = ['neutral', 'yellow', 'green', 'blue', 'pink'] as const;
export type PaperColor = (typeof paperColors)[number];

/** A colour of ours; the fallback for one that an import brought along. */
export function toPaperColor(color: unknown, fallback: PaperColor): PaperColor {
  return paperColors.find((known) => known === color) ?? fallback;
}
