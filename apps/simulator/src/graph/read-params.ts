import type { Params } from './graph-call';

/**
 * Query and body as one set of parameters. In a form, and in the query, Meta takes objects as JSON text
 * (`recipient={"id":"…"}`), so text that looks like one is opened.
 */
export function readParams(query: unknown, body: unknown): Params {
  const params: Params = {};
  for (const source of [query, body]) {
    if (typeof source !== 'object' || source === null || Array.isArray(source)) continue;
    for (const [key, value] of Object.entries(source)) params[key] = openJson(key, value);
  }
  return params;
}

const jsonKeys = new Set(['recipient', 'message', 'payload', 'reply_to', 'ice_breakers', 'persistent_menu']);

function openJson(key: string, value: unknown): unknown {
  if (typeof value !== 'string' || !jsonKeys.has(key) || !/^\s*[[{]/.test(value)) return value;
  try {
    const parsed: unknown = JSON.parse(value);
    return parsed;
  } catch {
    return value;
  }
}

export function readText(params: Params, key: string): string | undefined {
  const value = params[key];
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

export function readObject(params: Params, key: string): Params | undefined {
  const value = params[key];
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
}
