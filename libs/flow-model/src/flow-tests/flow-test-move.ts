import { z } from 'zod';
import { jsonValueSchema } from '../json-value';

const text = z.string().min(1).max(2_200);
const key = z.string().min(1).max(1_000);
const post = { mediaId: key.optional(), permalink: key.nullish() };

/** `90s`, `5m`, `1.5h`, `2d`. */
export const durationSchema = z
  .string()
  .regex(/^\d{1,7}(\.\d{1,3})?[smhd]$/, 'is no duration such as 90s, 5m, 1h or 2d');

/** The milliseconds of a duration such as `1h`. */
export function readDuration(duration: string): number {
  const msPerUnit: Record<string, number> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };
  return Math.round(Number.parseFloat(duration) * (msPerUnit[duration.slice(-1)] ?? 0));
}

/** One thing that the person, the clock or the account does in a saved conversation. */
export const flowTestMoveSchema = z.discriminatedUnion('kind', [
  /** The flow begins as if one of its triggers had fired. */
  z.strictObject({ kind: z.literal('start') }),
  z.strictObject({ kind: z.literal('text'), text, ref: key.optional() }),
  /** A button is tapped: the one that is shown with this title, or any by its payload. */
  z.strictObject({
    kind: z.literal('tap'),
    title: z.string().min(1).max(100).optional(),
    payload: key.optional(),
  }),
  z.strictObject({
    kind: z.literal('media'),
    mediaType: z.enum(['image', 'video', 'audio', 'file']).optional(),
    url: z.string().max(2_000).nullish(),
  }),
  z.strictObject({ kind: z.literal('comment'), text, isLive: z.boolean().optional(), ...post }),
  z.strictObject({ kind: z.literal('story_reply'), text, storyUrl: z.string().max(2_000).nullish() }),
  z.strictObject({ kind: z.literal('story_mention'), storyUrl: z.string().max(2_000).nullish() }),
  /** The person opens a link with `ref` and writes nothing. */
  z.strictObject({ kind: z.literal('ref_link'), ref: key }),
  /** Time passes; what falls due on the way happens at its time. */
  z.strictObject({ kind: z.literal('pass'), duration: durationSchema }),
  /** Time passes until the flow goes on by itself. */
  z.strictObject({ kind: z.literal('pass_to_wake') }),
  /** Something about the person changes; fields left out stay. */
  z.strictObject({
    kind: z.literal('person'),
    isFollower: z.boolean().nullable().optional(),
    tags: z.array(z.string().max(100)).max(100).optional(),
    customAttributes: z.record(z.string().max(100), jsonValueSchema).optional(),
  }),
  /** A person of the account gives the conversation back to automation. */
  z.strictObject({ kind: z.literal('release') }),
]);
export type FlowTestMove = z.infer<typeof flowTestMoveSchema>;
