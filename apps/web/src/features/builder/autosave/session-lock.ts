import { createRandomId } from '../../../shared/api/create-random-id';
import type { KeptHead } from './draft-store';

const prefix = 'instaflow.editing.';
/** Without locks (a page that is not served over HTTPS), a copy younger than this may belong to a tab that is open. */
const graceMs = 30_000;
const patienceMs = 3_000;
const reloadMs = 1_000;

const leaving = new Set<Promise<void>>();

/** Tells the other tabs that this session lives, until it is released or its tab is gone. */
export function holdSession(sessionId: string): (whenDone: Promise<void>) => void {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  // Where it is refused, the other tabs go by time, as without locks.
  if (isLocking()) navigator.locks.request(prefix + sessionId, () => held).catch(() => undefined);
  return (whenDone) => {
    const left = whenDone.then(release, release);
    leaving.add(left);
    void left.then(() => leaving.delete(left));
  };
}

type Known = Pick<KeptHead, 'tabId' | 'writtenAtMs'> & { sessionId: string };

/** Those sessions that ended, be it without having cleaned up; one that is just ending in this tab is waited for. */
export async function findEnded<Session extends Known>(
  sessions: readonly Session[],
  nowMs: number,
): Promise<Session[]> {
  await Promise.race([Promise.all(leaving), later(patienceMs)]);
  const hasEnded = await Promise.all(sessions.map((session) => isOver(session, nowMs)));
  return sessions.filter((_session, index) => hasEnded[index]);
}

async function isOver({ sessionId, tabId, writtenAtMs }: Known, nowMs: number): Promise<boolean> {
  const isOwnTab = tabId === readTabId();
  if (!isLocking()) return isOwnTab || nowMs - writtenAtMs > graceMs;
  // A page that is reloaded may keep its lock a moment longer than its tab shows it.
  const options = isOwnTab ? { signal: AbortSignal.timeout(reloadMs) } : { ifAvailable: true };
  return navigator.locks.request(prefix + sessionId, options, (lock) => lock !== null).catch(() => false);
}

const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** An id that survives a reload of this tab. */
export function readTabId(): string {
  const key = 'instaflow.tab';
  try {
    const known = sessionStorage.getItem(key);
    if (known !== null) return known;
    const created = createRandomId();
    sessionStorage.setItem(key, created);
    return created;
  } catch {
    // Storage is forbidden: then nothing is kept either.
    return createRandomId();
  }
}

// The types promise locks everywhere; browsers leave them out of pages that are not secure.
const isLocking = (): boolean => 'locks' in navigator;
