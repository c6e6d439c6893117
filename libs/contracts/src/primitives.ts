import { z } from 'zod';

export const uuid = z.uuid();
/** An instant in UTC, ISO 8601 with milliseconds. */
export const timestamp = z.iso.datetime({ offset: true });
export const email = z.email().max(254);
export const shortText = z.string().trim().min(1).max(200);
export const longText = z.string().max(5_000);
/** 8 to 256 characters; longer input is refused before it is hashed. */
export const password = z.string().min(8).max(256);
/** An IANA time zone such as `Europe/Berlin`. */
export const timeZone = z
  .string()
  .max(64)
  .refine((zone) => {
    try {
      return Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
    } catch {
      return false;
    }
  }, 'must be an IANA time zone such as Europe/Berlin');

export const jsonValue = z.json();
export const jsonObject = z.record(z.string(), jsonValue);
export type JsonValue = z.infer<typeof jsonValue>;
export type JsonObject = z.infer<typeof jsonObject>;

export const idParams = z.strictObject({ id: uuid });
export const noContent = z.null();
