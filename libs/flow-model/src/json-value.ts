import { z } from 'zod';

export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

/** Any JSON value. Depth is bounded before this schema is used (see `parseFlowDefinition`). */
export const jsonValueSchema: z.ZodType<JsonValue> = z.json();

export type JsonObject = { [key: string]: JsonValue };

/** Any JSON object. */
export const jsonObjectSchema: z.ZodType<JsonObject> = z.record(z.string(), jsonValueSchema);
