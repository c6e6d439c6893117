import { z } from 'zod';
import { connectionSchema } from '../connection-condition';

export const positionSchema = z.looseObject({ x: z.number(), y: z.number() });

/** The fields every node has. Loose on purpose: what we do not know survives a save. */
export const nodeBase = {
  id: z.string().min(1),
  name: z.string().default(''),
  position: positionSchema.nullish(),
  /** Switched off: walked through without being carried out. Absent means on; says nothing of a start or a note. */
  isDisabled: z.boolean().nullish(),
  connections: z.array(connectionSchema).default([]),
};
