import { flowOperationSchema } from '@instaflow/flow-model';
import { z } from 'zod';
import catalogue from '../locales/edit-en.json';
import type { EditLabel } from './history';

const isLabelKey = (key: unknown): boolean =>
  typeof key === 'string' && Object.hasOwn(catalogue.history, key);

/** An undo step as the browser kept it. */
export const historyEntrySchema = z.object({
  label: z.object({
    key: z.custom<EditLabel['key']>(isLabelKey),
    values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  }),
  operations: z.array(flowOperationSchema),
  inverse: z.array(flowOperationSchema),
  // What is typed after a reload is a step of its own.
  coalesceKey: z.unknown().transform(() => null),
  atMs: z.number(),
  selectionBefore: z.array(z.string()),
  selectionAfter: z.array(z.string()),
});
