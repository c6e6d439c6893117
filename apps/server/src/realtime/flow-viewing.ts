import { v7 as newId } from 'uuid';
import { endpoints, type FlowPresence, type RealtimePresence } from '@instaflow/contracts';
import { findScope, flowViewers, type FlowViewer } from '@instaflow/db';
import type { Dependencies } from '../dependencies';
import { mayCall } from '../http/may-call';
import type { RealtimeSocket } from './realtime-socket';

/** Clients tell every 10 s that they still look. */
const silenceMs = 25_000;
const lookEveryMs = 1_000;

/** What one window looks at. `shown`: what it was told last, but for the times. */
type View = { id: string; flowId: string; workspaceId: string; seenAt: number; shown: string | null };

/**
 * Who looks at which flow. Windows of all processes are noted in the database; each process asks once a second about the
 * flows its own windows look at, and tells those of them for whom something has changed.
 */
export class FlowViewing {
  readonly #views = new Map<RealtimeSocket, View>();
  /** Windows of this process that are gone but may still be noted. */
  readonly #leavingIds = new Set<string>();
  readonly #timer: NodeJS.Timeout;
  #telling: Promise<void> | null = null;

  /** `onShared` is told every second which flows people look at together in windows of this and other processes. */
  constructor(
    private readonly deps: Pick<Dependencies, 'engineSource' | 'log' | 'clock'>,
    private readonly onShared: (flowIds: ReadonlySet<string>) => void,
  ) {
    this.#timer = setInterval(() => void this.tell(), lookEveryMs).unref();
  }

  /** A window says where it looks. Flows its user may not see are passed over in silence. */
  async look(socket: RealtimeSocket, { flowId, nodeId }: RealtimePresence): Promise<void> {
    const caller = socket.signedIn?.caller;
    if (caller === undefined) return;
    const scope = flowId === null ? null : await this.#findScope(socket, flowId);
    if (flowId === null || scope === null) return this.leave(socket);
    const { manager } = this.deps.engineSource;
    const known = this.#views.get(socket);
    const id = known?.id ?? newId();
    const now = this.deps.clock.now();
    const { workspaceId } = scope;
    const shown = known?.flowId === flowId ? known.shown : null;
    this.#views.set(socket, { id, flowId, workspaceId, seenAt: now, shown });
    await flowViewers.note(manager, { id, workspaceId, flowId, userId: caller.userId, nodeId, now });
    // The socket may have closed meanwhile, before there was a row to forget.
    if (!socket.isOpen) return this.leave(socket, id);
    await this.tell();
  }

  /** A window looks at no flow any more, or is gone. */
  async leave(socket: RealtimeSocket, id = this.#views.get(socket)?.id): Promise<void> {
    this.#views.delete(socket);
    if (id === undefined) return;
    this.#leavingIds.add(id);
    try {
      await flowViewers.forget(this.deps.engineSource.manager, id);
    } catch (error) {
      this.deps.log.warn(
        { err: error },
        'A closed window could not be forgotten; it is within half a minute.',
      );
    } finally {
      this.#leavingIds.delete(id);
    }
  }

  /** Whether a window looks at a flow and its user may still see it. */
  isAt(socket: RealtimeSocket, flowId: string): boolean {
    const view = this.#views.get(socket);
    if (view?.flowId !== flowId) return false;
    const role = socket.signedIn?.caller.memberships.get(view.workspaceId);
    return role !== undefined && mayCall(endpoints.getFlow, role);
  }

  /** The windows of this process that look at a flow. */
  listWindowsAt(flowId: string): RealtimeSocket[] {
    return [...this.#views.keys()].filter((socket) => this.isAt(socket, flowId));
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#views.clear();
  }

  /** Tells the windows of this process what is new. */
  tell(): Promise<void> {
    this.#telling ??= this.#tellAll().finally(() => (this.#telling = null));
    return this.#telling;
  }

  async #tellAll(): Promise<void> {
    const since = this.deps.clock.now() - silenceMs;
    for (const [socket, { seenAt }] of this.#views) if (seenAt < since) await this.leave(socket);
    const flowIds = [...new Set([...this.#views.values()].map(({ flowId }) => flowId))];
    if (flowIds.length === 0) return this.onShared(new Set());
    const ownIds = this.#listOwnIds();
    try {
      const viewers = await flowViewers.list(this.deps.engineSource.manager, { flowIds, since });
      for (const [socket, view] of this.#views) tellOne(socket, view, viewers);
      this.onShared(findShared(viewers, new Set([...ownIds, ...this.#listOwnIds()])));
    } catch (error) {
      this.deps.log.warn({ err: error }, 'Who looks at a flow cannot be read; trying again.');
    }
  }

  #listOwnIds(): string[] {
    return [...[...this.#views.values()].map(({ id }) => id), ...this.#leavingIds];
  }

  async #findScope(socket: RealtimeSocket, flowId: string): Promise<{ workspaceId: string } | null> {
    const memberships = socket.signedIn?.caller.memberships ?? new Map<string, never>();
    const scope = await findScope(this.deps.engineSource, {
      kind: 'flow',
      id: flowId,
      workspaceIds: [...memberships.keys()],
    });
    const role = scope === null ? undefined : memberships.get(scope.workspaceId);
    return role !== undefined && mayCall(endpoints.getFlow, role) ? scope : null;
  }
}

/** Flows that several people look at, some of them in windows that are not among `ownIds`. */
function findShared(viewers: readonly FlowViewer[], ownIds: ReadonlySet<string>): Set<string> {
  const people = new Map<string, number>();
  for (const { flowId } of viewers) people.set(flowId, (people.get(flowId) ?? 0) + 1);
  const elsewhere = viewers.filter(({ windowIds }) => windowIds.some((id) => !ownIds.has(id)));
  return new Set(elsewhere.map(({ flowId }) => flowId).filter((flowId) => (people.get(flowId) ?? 0) > 1));
}

function tellOne(socket: RealtimeSocket, view: View, viewers: readonly FlowViewer[]): void {
  if (!socket.signedIn?.caller.memberships.has(view.workspaceId)) return;
  const here = viewers.filter(({ flowId }) => flowId === view.flowId);
  const shown = JSON.stringify(here.map(({ userId, name, nodeId }) => [userId, name, nodeId]));
  if (shown === view.shown) return;
  view.shown = shown;
  const message: FlowPresence = {
    type: 'flow.presence',
    flowId: view.flowId,
    people: here.map(({ userId, name, nodeId, seenAt }) => ({
      userId,
      name,
      nodeId,
      seenAt: seenAt.toISOString(),
    })),
  };
  socket.send(message);
}
