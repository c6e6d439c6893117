import { Controller, Inject } from '@nestjs/common';
import { endpoints, type ResponseOf } from '@instaflow/contracts';
import { dependenciesToken, type Dependencies } from '../dependencies';
import type { Call } from '../http/call';
import { inScope } from '../http/in-scope';
import { keyOf } from '../http/key-of';
import { Route } from '../http/route';
import { commandRun, type BulkCommandKind } from './command-run';
import { commandWaiting } from './command-waiting';
import { retryRun } from './retry-run';
import { wakeShards } from './wake-shards';

type CommandCall = Call<typeof endpoints.releaseRun>;
type CommandAnswer = ResponseOf<typeof endpoints.releaseRun>;

/** What people tell runs to do. */
@Controller()
export class RunCommandsController {
  constructor(@Inject(dependenciesToken) private readonly deps: Dependencies) {}

  @Route(endpoints.releaseRun)
  release(call: CommandCall): Promise<CommandAnswer> {
    return this.#command(call, 'release');
  }

  @Route(endpoints.skipRun)
  skip(call: CommandCall): Promise<CommandAnswer> {
    return this.#command(call, 'skip');
  }

  @Route(endpoints.cancelRun)
  cancel(call: CommandCall): Promise<CommandAnswer> {
    return this.#command(call, 'cancel');
  }

  @Route(endpoints.retryRun)
  async retry(call: Call<typeof endpoints.retryRun>): Promise<ResponseOf<typeof endpoints.retryRun>> {
    const order = { ...this.#orderOf(call), version: call.body.version };
    const { commandId, shards } = await inScope(this.deps, call, (tx) =>
      retryRun(tx, { key: keyOf(call), order }),
    );
    wakeShards(this.deps, shards);
    return { runId: call.params.id, commandId, command: 'retry' };
  }

  @Route(endpoints.commandWaiting)
  async commandWaiting(
    call: Call<typeof endpoints.commandWaiting>,
  ): Promise<ResponseOf<typeof endpoints.commandWaiting>> {
    const { id: flowId, workspaceId } = keyOf(call);
    const { nodeId, cursor } = call.body;
    const order = { ...this.#orderOf(call), kind: call.params.command };
    const { answer, shards } = await inScope(this.deps, call, (tx) =>
      commandWaiting(tx, { flowId, workspaceId, nodeId, after: cursor, order }),
    );
    wakeShards(this.deps, shards);
    return answer;
  }

  async #command(call: CommandCall, kind: BulkCommandKind): Promise<CommandAnswer> {
    const { commandId, shards } = await inScope(this.deps, call, (tx) =>
      commandRun(tx, { key: keyOf(call), order: { ...this.#orderOf(call), kind } }),
    );
    wakeShards(this.deps, shards);
    return { runId: call.params.id, commandId, command: kind };
  }

  #orderOf({ caller, body }: Pick<Call, 'caller'> & { body: { reason: string | null } }) {
    return { byUserId: caller.userId, note: body.reason, now: this.deps.clock.now() };
  }
}
