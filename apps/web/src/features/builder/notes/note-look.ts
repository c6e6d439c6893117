import { z } from 'zod';
import type { FlowNode } from '@instaflow/flow-model';
import { toPaperColor, type PaperColor } from '../groups/paper-colors';

export type NoteSize = { width: number; height: number };

/** In canvas units; what fits beside cards, and what can still be read and grabbed. */
export const noteLimits = { minWidth: 160, minHeight: 96, maxWidth: 1_200, maxHeight: 1_200 };
export const noteSizes = {
  small: { width: 224, height: 128 },
  medium: { width: 288, height: 192 },
  large: { width: 448, height: 320 },
} as const satisfies Record<string, NoteSize>;

const sizeSchema = z.object({ width: z.number(), height: z.number() });

/** How large a note is drawn; an absurd size of an imported one is bent to what can be handled. */
export function readNoteSize(node: FlowNode): NoteSize {
  const parsed = sizeSchema.safeParse(Reflect.get(node, 'size'));
  return parsed.success ? clampNoteSize(parsed.data) : noteSizes.small;
}

/** The nearest size a note may have. */
export function clampNoteSize({ width, height }: NoteSize): NoteSize {
  const { minWidth, minHeight, maxWidth, maxHeight } = noteLimits;
  return {
    width: Math.min(Math.max(Math.round(width), minWidth), maxWidth),
    height: Math.min(Math.max(Math.round(height), minHeight), maxHeight),
  };
}

/** The colour of a note: yellow unless it says another one we know. */
export function readNoteColor(node: FlowNode): PaperColor {
  return toPaperColor(Reflect.get(node, 'color'), 'yellow');
}
