import { z } from 'zod';

export const timeOfDaySchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** A weekly window; `weekdays` 1 = Monday … 7 = Sunday name the day it begins; `to` ≤ `from` ends the next day. */
export const weeklyWindowSchema = z.looseObject({
  weekdays: z.array(z.number().int().min(1).max(7)),
  from: timeOfDaySchema,
  to: timeOfDaySchema,
});
export type WeeklyWindow = z.infer<typeof weeklyWindowSchema>;
