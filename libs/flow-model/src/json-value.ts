import { z } from 'zod';

export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

/** Any JSON value. Depth is bounded before this schema is used (see `parseFlowDefinition`). */
export const jsonValueSchema: z.ZodType<JsonValue> = z.json();
