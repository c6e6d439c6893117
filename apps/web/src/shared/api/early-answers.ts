import type { RequestParts } from './build-request';

declare global {
  /** Left by `public/early.js`: answers by method and address; null where the session it took for granted is over. */
  var instaflowEarly: Record<string, Promise<Response | null>> | undefined;
}

/** Answers are as old as the page; what is asked for later is asked anew. */
const mostAgeMs = 10_000;

/** The answer to a request that was sent before this code was here, once. */
export function takeEarlyAnswer({ method, url }: RequestParts): Promise<Response | null> | null {
  const answers = globalThis.instaflowEarly;
  const key = `${method} ${url}`;
  const answer = answers?.[key];
  if (!answers || !answer) return null;
  delete answers[key];
  return performance.now() < mostAgeMs ? answer : null;
}
