import { sessionRepository } from '@instaflow/db';
import type { Dependencies } from '../dependencies';
import type { Caller } from './call';

/** Sessions, roles and memberships may be this old. The contract allows 5 s; the other half is for everything else. */
const freshMs = 2_000;
const maxEntries = 20_000;

type Entry = { readAt: number; caller: Promise<Caller | null> };

/** Who a session speaks for, read at most every two seconds per session. */
export class CallerDirectory {
  readonly #entries = new Map<string, Entry>();

  constructor(private readonly deps: Pick<Dependencies, 'engineSource' | 'clock'>) {}

  /** Null when the session has ended or the user is not active. */
  async find(key: { sessionId: string; userId: string }): Promise<Caller | null> {
    const now = this.deps.clock.now();
    const known = this.#entries.get(key.sessionId);
    if (known !== undefined && now - known.readAt < freshMs) return known.caller;
    if (this.#entries.size >= maxEntries) this.#entries.clear();
    const entry = { readAt: now, caller: this.#read(key) };
    this.#entries.set(key.sessionId, entry);
    try {
      return await entry.caller;
    } catch (error) {
      this.#forgetIfSame(key.sessionId, entry);
      throw error;
    }
  }

  /** The next request reads this session again. */
  forget(sessionId: string): void {
    this.#entries.delete(sessionId);
  }

  async #read({ sessionId, userId }: { sessionId: string; userId: string }): Promise<Caller | null> {
    const found = await sessionRepository.findCaller(this.deps.engineSource.manager, { sessionId, userId });
    if (found === null) return null;
    return {
      userId,
      sessionId,
      email: found.email,
      platformRole: found.platformRole,
      memberships: new Map(found.memberships.map(({ workspaceId, role }) => [workspaceId, role])),
    };
  }

  #forgetIfSame(sessionId: string, entry: Entry): void {
    if (this.#entries.get(sessionId) === entry) this.#entries.delete(sessionId);
  }
}
