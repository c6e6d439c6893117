import type { ApiRoute } from './api-routes';

/** Path prefix of every call. */
export const apiBase = '/api/v1';

export type LooseInput = {
  params?: Record<string, string | number>;
  query?: Record<string, unknown>;
  body?: unknown;
};

export type RequestParts = { method: string; url: string; body: string | undefined };

/** Fills a path and its query; what is undefined, null or an empty string is left out of the query. */
export function buildRequest([method, path]: ApiRoute, input: LooseInput): RequestParts {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(input.params?.[name] ?? '')),
  );
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(input.query ?? {})) {
    if (value !== undefined && value !== null && value !== '') query.set(name, asText(value));
  }
  const search = query.toString();
  return {
    method,
    url: `${apiBase}${filled}${search ? `?${search}` : ''}`,
    body: input.body === undefined ? undefined : JSON.stringify(input.body),
  };
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
