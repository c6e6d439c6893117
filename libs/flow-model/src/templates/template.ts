import type { Template } from 'liquidjs';
import { cleanText } from '../parse/clean-text';
import { liquid } from './liquid';

export type TemplateScope = Record<string, unknown>;
export type RenderedTemplate = { ok: true; text: string } | { ok: false; message: string };

export type TemplateInput = { source: string; scope: TemplateScope; nowMs: number; timezone: string };

const cacheSize = 4000;
const parsedTemplates = new Map<string, Template[]>();

/**
 * Fills a Liquid template in. What is missing becomes empty text; only own properties are reached; work and output
 * are bounded. Never throws. `nowMs` is what `'now' | date` means, in the IANA zone `timezone`.
 */
export function renderTemplate({ source, ...input }: TemplateInput): RenderedTemplate {
  if (!source.includes('{{') && !source.includes('{%')) return { ok: true, text: source };
  return renderParts({ ...input, parts: () => [{ templates: parse(source) }] });
}

/**
 * As `renderTemplate`, for the address of a call: what is filled in is percent-encoded (a slash, a question mark or an
 * ampersand in it stays part of its place in the path or query). Only a `{{ … }}` at the very beginning is
 * inserted as it is, because there it is the address itself.
 */
export function renderUrlTemplate({ source, ...input }: TemplateInput): RenderedTemplate {
  const trimmed = source.trim();
  const plain = trimmed.startsWith('{{') ? 1 : 0;
  return renderParts({
    ...input,
    parts: () => {
      const templates = parse(trimmed);
      return [{ templates: templates.slice(0, plain) }, { templates: templates.slice(plain), isUrl: true }];
    },
  });
}

type Part = { templates: Template[]; isUrl?: boolean };

function renderParts({
  parts,
  scope,
  nowMs,
  timezone,
}: Omit<TemplateInput, 'source'> & { parts: () => Part[] }): RenderedTemplate {
  try {
    const texts = parts().map(({ templates, isUrl = false }) => {
      const text: unknown = liquid.renderSync(templates, scope, { globals: { nowMs, timezone, isUrl } });
      return String(text);
    });
    // Filters can cut a character in half, and jsonb takes no half.
    return { ok: true, text: String(cleanText(texts.join(''))) };
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
