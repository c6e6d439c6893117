import { notFound } from '@instaflow/platform';

/** The value, or 404 when there is none. */
export function found<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw notFound();
  return value;
}
