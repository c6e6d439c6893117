import type { FlowPointer, RealtimePointer } from '@instaflow/contracts';
import type { Dependencies } from '../dependencies';
import type { FlowViewing } from './flow-viewing';
import { PointerRelay } from './pointer-relay';
import type { RealtimeSocket } from './realtime-socket';

/**
 * Tells people who look at the same flow where the pointers of the others stand; to windows of this process at once, to
 * those of other processes through a relay. Nothing is kept, and the other windows of the same person are told nothing.
 */
export class FlowPointers {
  /** Windows whose pointer others see. */
  readonly #pointing = new Map<RealtimeSocket, { flowId: string; userId: string }>();
  readonly #relay: PointerRelay;

  constructor(
    deps: Pick<Dependencies, 'engineSource' | 'log' | 'clock'>,
    private readonly viewing: Pick<FlowViewing, 'isAt' | 'listWindowsAt'>,
  ) {
    this.#relay = new PointerRelay(deps, (pointer) => this.#tell(pointer));
  }

  /** A window says where its pointer stands. What it says of a flow it does not look at is passed over in silence. */
  point(socket: RealtimeSocket, { flowId, position }: RealtimePointer): void {
    const userId = socket.signedIn?.caller.userId;
    if (userId === undefined || !this.viewing.isAt(socket, flowId)) return;
    if (position === null) return this.#forget(socket);
    this.#pointing.set(socket, { flowId, userId });
    this.#publish({ type: 'flow.pointer', flowId, userId, position });
  }

  /** To be called whenever a window may have gone to another flow, or away: its pointer goes with it. */
  follow(socket: RealtimeSocket): void {
    const known = this.#pointing.get(socket);
    if (known !== undefined && !this.viewing.isAt(socket, known.flowId)) this.#forget(socket);
  }

  /** Which flows windows of other processes look at, too. */
  share(flowIds: ReadonlySet<string>): void {
    this.#relay.share(flowIds);
  }

  async stop(): Promise<void> {
    this.#pointing.clear();
    await this.#relay.stop();
  }

  #forget(socket: RealtimeSocket): void {
    const known = this.#pointing.get(socket);
    if (known === undefined) return;
    this.#pointing.delete(socket);
    const { flowId, userId } = known;
    // The mouse may have gone over to another window of the same person, which was quicker to say so.
    for (const other of this.#pointing.values()) {
      if (other.flowId === flowId && other.userId === userId) return;
    }
    this.#publish({ type: 'flow.pointer', flowId, userId, position: null });
  }

  #publish(pointer: FlowPointer): void {
    this.#tell(pointer);
    this.#relay.offer(pointer);
  }

  #tell(pointer: FlowPointer): void {
    const text = JSON.stringify(pointer);
    for (const socket of this.viewing.listWindowsAt(pointer.flowId)) {
      if (socket.signedIn?.caller.userId !== pointer.userId) socket.sendIfIdle(text);
    }
  }
}
