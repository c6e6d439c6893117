import type { Template } from 'liquidjs';
import { liquid } from './liquid';

export type TemplateScope = Record<string, unknown>;
export type RenderedTemplate = { ok: true; text: string } | { ok: false; message: string };

const cacheSize = 4000;
const parsedTemplates = new Map<string, Template[]>();

/**
 * Fills a Liquid template in. What is missing becomes empty text; only own properties are reached; work and output
 * are bounded. Never throws. `nowMs` is what `'now' | date` means, in the IANA zone `timezone`.
 */
export function renderTemplate({
  source,
  scope,
  nowMs,
  timezone,
}: {
  source: string;
  scope: TemplateScope;
  nowMs: number;
  timezone: string;
}): RenderedTemplate {
  if (!source.includes('{{') && !source.includes('{%')) return { ok: true, text: source };
  try {
    const text: unknown = liquid.renderSync(parse(source), scope, { globals: { nowMs, timezone } });
    return { ok: true, text: String(text) };
  } catch (error) {
    return { ok: false, message: describe(error) };
  }
}

/** Why a text is not a template; null when it is. */
export function findTemplateError(source: string): string | null {
  try {
    parse(source);
    return null;
  } catch (error) {
    return describe(error);
  }
}

/** The variables a template reads, as dotted paths; empty for a broken template. */
export function listTemplateVariables(source: string): string[] {
  try {
    const segments = liquid.globalVariableSegmentsSync(parse(source));
    return [...new Set(segments.map((path) => path.map(String).join('.')))];
  } catch {
    // A broken template reads nothing; `findTemplateError` is where it is reported.
    return [];
  }
}

function parse(source: string): Template[] {
  const known = parsedTemplates.get(source);
  if (known) return known;
  const template = liquid.parse(source);
  if (parsedTemplates.size >= cacheSize) parsedTemplates.clear();
  parsedTemplates.set(source, template);
  return template;
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : 'the template is broken';
}
