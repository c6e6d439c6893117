import { jsonValueSchema, type JsonValue } from '../json-value';

export type BodyTemplate =
  { kind: 'none' } | { kind: 'text'; text: string } | { kind: 'json'; json: JsonValue } | { kind: 'broken' };

/**
 * How the body of a call is meant. A text that holds a JSON object or list is that JSON, so that templates are filled
 * into its texts and never into its punctuation; a text that only looks like one is `broken`.
 */
export function parseBodyTemplate(body: JsonValue | undefined): BodyTemplate {
  if (body === undefined || body === null || body === '') return { kind: 'none' };
  if (typeof body !== 'string') return { kind: 'json', json: body };
  const isMeantAsJson = /^\s*(\[|\{(?![{%]))/.test(body);
  if (!isMeantAsJson) return { kind: 'text', text: body };
  try {
    const parsed = jsonValueSchema.safeParse(JSON.parse(body));
    return parsed.success ? { kind: 'json', json: parsed.data } : { kind: 'broken' };
  } catch {
    // Not JSON after all: said by the kind, reported by the check before publishing.
    return { kind: 'broken' };
  }
}
