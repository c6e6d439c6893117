import { Controller, Inject } from '@nestjs/common';
import {
  endpoints,
  iceBreakers,
  persistentMenu,
  type IceBreakers,
  type StoredMenu,
} from '@instaflow/contracts';
import {
  bumpAccountRevision,
  flowRepository,
  messengerProfileRepository,
  type MessengerProfileRow,
  type ProfileKind,
  type Tx,
} from '@instaflow/db';
import { unprocessable } from '@instaflow/platform';
import { dependenciesToken, type Dependencies } from '../dependencies';
import type { Call } from '../http/call';
import { inScope } from '../http/in-scope';
import { keyOf } from '../http/key-of';
import { Route } from '../http/route';
import { toIso } from '../http/to-iso';

type Account = { id: string; workspaceId: string };
type SetWithItems = { items: readonly object[] };

/** Ice breakers and the persistent menu of an account. */
@Controller()
export class MessengerProfileController {
  constructor(@Inject(dependenciesToken) private readonly deps: Dependencies) {}

  @Route(endpoints.getIceBreakers)
  async getIceBreakers(call: Call<typeof endpoints.getIceBreakers>): Promise<IceBreakers> {
    return showIceBreakers(await this.#find(call, keyOf(call), 'ice_breakers'));
  }

  @Route(endpoints.putIceBreakers)
  async putIceBreakers(call: Call<typeof endpoints.putIceBreakers>): Promise<IceBreakers> {
    return showIceBreakers(await this.#put(call, keyOf(call), 'ice_breakers', call.body.sets));
  }

  @Route(endpoints.getPersistentMenu)
  async getPersistentMenu(call: Call<typeof endpoints.getPersistentMenu>): Promise<StoredMenu> {
    return showMenu(await this.#find(call, keyOf(call), 'menu'));
  }

  @Route(endpoints.putPersistentMenu)
  async putPersistentMenu(call: Call<typeof endpoints.putPersistentMenu>): Promise<StoredMenu> {
    return showMenu(await this.#put(call, keyOf(call), 'menu', call.body.menus));
  }

  #find(call: Pick<Call, 'scope'>, { id, workspaceId }: Account, kind: ProfileKind) {
    return inScope(this.deps, call, (tx) =>
      messengerProfileRepository.find(tx, { accountId: id, workspaceId, kind }),
    );
  }

  #put(call: Pick<Call, 'scope'>, account: Account, kind: ProfileKind, sets: readonly SetWithItems[]) {
    const { id: accountId, workspaceId } = account;
    return inScope(this.deps, call, async (tx) => {
      await checkFlows(tx, account, sets);
      const now = this.deps.clock.now();
      const stored = await messengerProfileRepository.put(tx, { accountId, workspaceId, kind, sets, now });
      // Taps start flows by what is stored here, also before Instagram shows the change.
      await bumpAccountRevision(tx, { accountId });
      return stored;
    });
  }
}

async function checkFlows(tx: Tx, account: Account, sets: readonly SetWithItems[]): Promise<void> {
  const flowIds = new Set(sets.flatMap(({ items }) => items.flatMap(flowOf)));
  for (const flowId of flowIds) {
    const flow = await flowRepository.find(tx, { id: flowId, workspaceId: account.workspaceId });
    if (flow?.instagramAccountId === account.id) continue;
    const message = 'An item starts a flow that this account does not have.';
    throw unprocessable('unknown_flow', message, [{ path: 'flowId', message }]);
  }
}

function flowOf(item: object): string[] {
  return 'flowId' in item && typeof item.flowId === 'string' ? [item.flowId] : [];
}

function showIceBreakers(row: MessengerProfileRow | null): IceBreakers {
  return iceBreakers.parse({ sets: row?.sets ?? [], ...showState(row) });
}

function showMenu(row: MessengerProfileRow | null): StoredMenu {
  return persistentMenu.parse({ menus: row?.sets ?? [], ...showState(row) });
}

/** Where nobody set anything, there is nothing to publish. */
function showState(
  row: MessengerProfileRow | null,
): Pick<IceBreakers, 'state' | 'stateReason' | 'publishedAt'> {
  if (row === null) return { state: 'published', stateReason: null, publishedAt: null };
  return { state: row.state, stateReason: row.stateReason, publishedAt: toIso(row.publishedAt) };
}
