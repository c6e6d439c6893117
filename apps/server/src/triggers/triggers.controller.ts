import { Controller, Inject } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { endpoints, type ResponseOf, type Trigger } from '@instaflow/contracts';
import {
  bumpAccountRevision,
  flowRepository,
  triggerRepository,
  type Page,
  type TriggerEntity,
  type Tx,
} from '@instaflow/db';
import { dependenciesToken, type Dependencies } from '../dependencies';
import type { Call } from '../http/call';
import { found } from '../http/found';
import { inScope } from '../http/in-scope';
import { keyOf } from '../http/key-of';
import { Route } from '../http/route';
import { checkTrigger } from './check-trigger';
import { postFields } from './post-fields';
import { listTriggerTypes } from './list-trigger-types';
import { resolveTriggers } from './resolve-triggers';
import { toTrigger, toTriggers } from './to-trigger';

type TriggerList = ResponseOf<typeof endpoints.listFlowTriggers>;

@Controller()
export class TriggersController {
  constructor(@Inject(dependenciesToken) private readonly deps: Dependencies) {}

  @Route(endpoints.createTrigger)
  create(call: Call<typeof endpoints.createTrigger>): Promise<Trigger> {
    const { type, keyword = null, postScope, ...fields } = call.body;
    checkTrigger(type, { keyword, match: fields.match });
    return inScope(this.deps, call, async (tx) => {
      const flow = found(await flowRepository.find(tx, keyOf(call)));
      const trigger = await triggerRepository.create(tx, {
        ...fields,
        ...postFields({ postScope, postPermalink: fields.postPermalink }, this.deps.clock.now()),
        type,
        keyword,
        id: newId(),
        workspaceId: flow.workspaceId,
        instagramAccountId: flow.instagramAccountId,
        flowId: flow.id,
      });
      await bumpAccountRevision(tx, { accountId: flow.instagramAccountId });
      return toTrigger(trigger, flow.name);
    });
  }

  @Route(endpoints.listFlowTriggers)
  listOfFlow(call: Call<typeof endpoints.listFlowTriggers>): Promise<TriggerList> {
    const { id: flowId, workspaceId } = keyOf(call);
    return inScope(this.deps, call, async (tx) =>
      answer(tx, await triggerRepository.list(tx, { where: { workspaceId, flowId }, request: call.query })),
    );
  }

  @Route(endpoints.listAccountTriggers)
  listOfAccount(call: Call<typeof endpoints.listAccountTriggers>): Promise<TriggerList> {
    const { type, status, ...request } = call.query;
    const { id: instagramAccountId, workspaceId } = keyOf(call);
    const where = { workspaceId, instagramAccountId };
    return inScope(this.deps, call, async (tx) =>
      answer(tx, await triggerRepository.list(tx, { where, type, status, request })),
    );
  }

  @Route(endpoints.listTriggerTypes)
  listTypes(): Promise<ResponseOf<typeof endpoints.listTriggerTypes>> {
    return Promise.resolve({ triggerTypes: listTriggerTypes() });
  }

  @Route(endpoints.updateTrigger)
  update(call: Call<typeof endpoints.updateTrigger>): Promise<Trigger> {
    const given = Object.fromEntries(Object.entries(call.body).filter(([, value]) => value !== undefined));
    return inScope(this.deps, call, async (tx) => {
      const trigger = found(await triggerRepository.find(tx, keyOf(call)));
      const changes = { ...given, ...postFields(call.body, this.deps.clock.now(), trigger) };
      checkTrigger(trigger.type, { ...trigger, ...changes });
      const updated = await triggerRepository.update(tx, keyOf(call), changes);
      await bumpAccountRevision(tx, { accountId: trigger.instagramAccountId });
      const [shown] = await toTriggers(tx, [updated]);
      return found(shown);
    });
  }

  @Route(endpoints.deleteTrigger)
  async delete(call: Call<typeof endpoints.deleteTrigger>): Promise<null> {
    await inScope(this.deps, call, async (tx) => {
      const trigger = found(await triggerRepository.find(tx, keyOf(call)));
      await triggerRepository.delete(tx, keyOf(call));
      await bumpAccountRevision(tx, { accountId: trigger.instagramAccountId });
    });
    return null;
  }

  @Route(endpoints.resolveTriggers)
  resolve(
    call: Call<typeof endpoints.resolveTriggers>,
  ): Promise<ResponseOf<typeof endpoints.resolveTriggers>> {
    return resolveTriggers(this.deps, { accountId: call.params.id, body: call.body });
  }
}

async function answer(tx: Tx, page: Page<TriggerEntity>): Promise<TriggerList> {
  return {
    triggers: await toTriggers(tx, page.rows),
    total: page.total,
    nextCursor: page.nextCursor,
  };
}
